import type { Hasher } from "./source.ts";

const K = new Int32Array(64);
const initial = new Int32Array(8);
fillConstants();

/** The fractional bits of the roots of the first primes, as FIPS 180-4 defines the constants. */
function fillConstants(): void {
  const isComposite = new Uint8Array(312);
  let count = 0;
  for (let n = 2; count < 64; n++) {
    if (isComposite[n]) continue;
    for (let m = n * n; m < 312; m += n) isComposite[m] = 1;
    if (count < 8) initial[count] = fraction(Math.sqrt(n));
    K[count++] = fraction(Math.cbrt(n));
  }
}

function fraction(x: number): number {
  return ((x - Math.floor(x)) * 2 ** 32) | 0;
}

/**
 * A streaming SHA-256 in plain JavaScript, for platforms whose own one wants the whole input at once (browsers). About
 * 150 MB per second.
 */
export function portableSha256(): Hasher {
  const state = initial.slice();
  const w = new Int32Array(64);
  const block = new Uint8Array(64);
  let used = 0;
  let total = 0;

  function compress(bytes: Uint8Array, at: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, 64);
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(4 * i);
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15] as number;
      const y = w[i - 2] as number;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = ((w[i - 16] as number) + s0 + (w[i - 7] as number) + s1) | 0;
    }
    let a = state[0] as number;
    let b = state[1] as number;
    let c = state[2] as number;
    let d = state[3] as number;
    let e = state[4] as number;
    let f = state[5] as number;
    let g = state[6] as number;
    let h = state[7] as number;
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[i] as number) + (w[i] as number)) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    state[0] = (state[0] as number) + a;
    state[1] = (state[1] as number) + b;
    state[2] = (state[2] as number) + c;
    state[3] = (state[3] as number) + d;
    state[4] = (state[4] as number) + e;
    state[5] = (state[5] as number) + f;
    state[6] = (state[6] as number) + g;
    state[7] = (state[7] as number) + h;
  }

  function update(bytes: Uint8Array): void {
    total += bytes.length;
    let at = 0;
    if (used > 0) {
      at = Math.min(64 - used, bytes.length);
      block.set(bytes.subarray(0, at), used);
      used += at;
      if (used < 64) return;
      compress(block, 0);
      used = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) compress(bytes, at);
    block.set(bytes.subarray(at));
    used = bytes.length - at;
  }

  return {
    update,
    hex() {
      const bits = total * 8;
      const padding = new Uint8Array((used < 56 ? 64 : 128) - used);
      padding[0] = 0x80;
      const view = new DataView(padding.buffer);
      view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
      view.setUint32(padding.length - 4, bits >>> 0);
      update(padding);
      return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
    },
  };
}
