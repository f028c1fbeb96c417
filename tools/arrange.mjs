// Which functions of a module are alike: deflate looks back 32 kB, so those should stand near each other.

/** What deflate finds again is three bytes and more; six tell functions apart that share more than an idiom. */
const GRAM = 6;
/** How far back deflate looks. */
const WINDOW = 32_000;

/**
 * The numbers of functions in their new order: after each the one of which most stands in the window behind it.
 * @param {Uint8Array[]} functions
 */
export function arrange(functions) {
  const { grams, bearers } = shared(functions);
  const window = new Window(functions, grams, bearers);
  const left = new Set(functions.keys());
  const order = [];
  let next = functions.reduce((most, own, at) => (own.length > functions[most].length ? at : most), 0);
  while (left.size > 0) {
    order.push(next);
    left.delete(next);
    window.add(next);
    let best = -1;
    for (const at of left) {
      const likeness = window.likeness(at);
      if (likeness > best) [best, next] = [likeness, at];
    }
  }
  return order;
}

/** The functions written last, and how many grams each of the others has in common with them. */
class Window {
  /** @param {Uint8Array[]} functions @param {number[][]} grams @param {number[][]} bearers */
  constructor(functions, grams, bearers) {
    this.sizes = functions.map((own) => own.length);
    // Of two as like the larger goes first, which has more to lose; small ones fit anywhere.
    this.weights = this.sizes.map((size) => 1 / (size ** 0.9 + 60));
    this.grams = grams;
    this.bearers = bearers;
    this.common = new Int32Array(functions.length);
    this.times = new Int32Array(bearers.length);
    /** @type {number[]} */
    this.held = [];
    this.size = 0;
  }

  /** @param {number} at */
  add(at) {
    this.held.push(at);
    this.size += this.sizes[at];
    for (const gram of this.grams[at]) if (this.times[gram]++ === 0) this.count(gram, 1);
    while (this.size > WINDOW && this.held.length > 1) this.drop(/** @type {number} */ (this.held.shift()));
  }

  /** @param {number} at */
  drop(at) {
    this.size -= this.sizes[at];
    for (const gram of this.grams[at]) if (--this.times[gram] === 0) this.count(gram, -1);
  }

  /** @param {number} gram @param {number} by */
  count(gram, by) {
    for (const at of this.bearers[gram]) this.common[at] += by;
  }

  /** @param {number} at */
  likeness(at) {
    return this.common[at] * this.weights[at];
  }
}

/**
 * The grams that several functions have, numbered: those of each function, and the functions of each.
 * @param {Uint8Array[]} functions
 */
function shared(functions) {
  /** @type {Map<number, number[]>} */
  const all = new Map();
  for (const [at, own] of functions.entries()) {
    for (let from = 0; from + GRAM <= own.length; from++) {
      const gram = own.subarray(from, from + GRAM).reduce((sum, byte) => sum * 256 + byte, 0);
      const known = all.get(gram);
      if (!known) all.set(gram, [at]);
      else if (known.at(-1) !== at) known.push(at);
    }
  }
  const bearers = [...all.values()].filter((known) => known.length > 1);
  /** @type {number[][]} */
  const grams = functions.map(() => []);
  for (const [gram, known] of bearers.entries()) for (const at of known) grams[at].push(gram);
  return { grams, bearers };
}
