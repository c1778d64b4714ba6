import { decode } from './decode.ts';

/** How many UTF-16 units of decoded text are kept, in all. */
const BUDGET = 2_000_000;
/** So many are kept whatever their size: a huge file must not be decoded anew each time that another is looked at. */
const LEAST = 4;
/** A text that was decoded so often stays: trees hold on to the one they were made of, and each other is a copy. */
const OFTEN = 3;

/** The texts asked for last. A text is asked for many times while its file is worked on, and hardly ever after that. */
export class TextCache {
  readonly #texts = new Map<Buffer, string>();
  readonly #lasting = new WeakMap<Buffer, string>();
  readonly #decoded = new WeakMap<Buffer, number>();
  #size = 0;

  /** The text of these bytes, decoded anew when it is not among the latest. */
  get(bytes: Buffer): string {
    const known = this.#texts.get(bytes);
    if (known !== undefined) {
      this.#texts.delete(bytes);
      this.#texts.set(bytes, known);
      return known;
    }
    const lasting = this.#lasting.get(bytes);
    if (lasting !== undefined) return lasting;
    const text = decode(bytes);
    const times = (this.#decoded.get(bytes) ?? 0) + 1;
    this.#decoded.set(bytes, times);
    if (times >= OFTEN) {
      this.#lasting.set(bytes, text);
      return text;
    }
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
