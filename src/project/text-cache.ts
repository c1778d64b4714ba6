import { decode } from './decode.ts';

/** How many UTF-16 units of decoded text are kept, in all. */
const BUDGET = 2_000_000;
/** So many are kept whatever their size: a huge file must not be decoded anew each time that another is looked at. */
const LEAST = 4;

/** The texts asked for last. A text is asked for many times while its file is worked on, and hardly ever after that. */
export class TextCache {
  readonly #texts = new Map<Buffer, string>();
  readonly #decode: (bytes: Buffer) => string;
  #size = 0;

  constructor(decodeBytes = decode) {
    this.#decode = decodeBytes;
  }

  /** The text of these bytes, decoded anew when it is not among the latest. */
  get(bytes: Buffer): string {
    const known = this.#texts.get(bytes);
    if (known !== undefined) {
      this.#texts.delete(bytes);
      this.#texts.set(bytes, known);
      return known;
    }
    const text = this.#decode(bytes);
    this.#texts.set(bytes, text);
    this.#size += text.length;
    for (const [oldest, { length }] of this.#texts) {
      if (this.#size <= BUDGET || this.#texts.size <= LEAST) break;
      this.#texts.delete(oldest);
      this.#size -= length;
    }
    return text;
  }
}
