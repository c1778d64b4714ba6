import { decode } from './decode.ts';

/** How many UTF-16 units of decoded text are kept, in all. */
const BUDGET = 2_000_000;

/** The texts decoded last. A text is asked for many times while its file is worked on, and hardly ever after that. */
export class TextCache {
  readonly #texts = new Map<Buffer, string>();
  #size = 0;

  /** The text of these bytes, decoded anew when it is not among the latest. */
  get(bytes: Buffer): string {
    const known = this.#texts.get(bytes);
    if (known !== undefined) return known;
    const text = decode(bytes);
    this.#texts.set(bytes, text);
    this.#size += text.length;
    for (const [oldest, { length }] of this.#texts) {
      if (this.#size <= BUDGET || oldest === bytes) break;
      this.#texts.delete(oldest);
      this.#size -= length;
    }
    return text;
  }
}
