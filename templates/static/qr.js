// A text as a QR code (ISO/IEC 18004): byte mode, versions 1 to 20, error correction level M.
"use strict";

(function () {
  // By version: the codewords of error correction in each block, and how many blocks there are (table 9).
  const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
  const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
  const QUIET = 4;

  // The data masks, by row and column (table 10).
  const MASKS = [
    (i, j) => (i + j) % 2,
    (i) => i % 2,
    (_i, j) => j % 3,
    (i, j) => (i + j) % 3,
    (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2,
    (i, j) => ((i * j) % 2) + ((i * j) % 3),
    (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2,
    (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2,
  ];

  // Powers of 2 in the field of 256 elements, and their logarithms: there a product is a sum.
  const POWER = [], LOG = [];
  for (let exponent = 0, value = 1; exponent < 255; exponent++) {
    POWER[exponent] = value;
    LOG[value] = exponent;
    value = (value << 1) ^ (value & 0x80 ? 0x11d : 0);
  }

  function product(a, b) {
    return a && b ? POWER[(LOG[a] + LOG[b]) % 255] : 0;
  }

  // (x - 1)(x - 2)(x - 4)… without its first coefficient, which is 1.
  function generator(degree) {
    let found = [1];
    for (let root = 0; root < degree; root++) {
      const shifted = [...found, 0];
      found = shifted.map((each, n) => each ^ (n ? product(found[n - 1], POWER[root]) : 0));
    }
    return found.slice(1);
  }

  function correction(data, divisor) {
    const rest = divisor.map(() => 0);
    for (const each of data) {
      const factor = each ^ rest.shift();
      rest.push(0);
      divisor.forEach((coefficient, n) => { rest[n] ^= product(coefficient, factor); });
    }
    return rest;
  }

  // How many codewords a version has: its modules without those that every code of its size has.
  function codewords(version) {
    const marks = version > 1 ? Math.floor(version / 7) + 2 : 0;
    const alignment = marks ? (25 * marks - 10) * marks - 55 : 0;
    return ((16 * version + 128) * version + 64 - alignment - (version > 6 ? 36 : 0)) >> 3;
  }

  function dataLength(version) {
    return codewords(version) - CORRECTION[version - 1] * BLOCKS[version - 1];
  }

  // The smallest version that holds so many bytes; 0 where none does.
  function versionFor(length) {
    for (let version = 1; version <= BLOCKS.length; version++) {
      if (length + (version < 10 ? 2 : 3) <= dataLength(version)) return version;
    }
    return 0;
  }

  // Mode, length, text and padding, as bytes.
  function message(bytes, version) {
    const bits = [];
    const put = (value, count) => { while (count--) bits.push((value >> count) & 1); };
    put(4, 4);
    put(bytes.length, version < 10 ? 8 : 16);
    bytes.forEach((byte) => put(byte, 8));
    const length = dataLength(version);
    put(0, Math.min(4, 8 * length - bits.length));
    while (bits.length % 8) bits.push(0);
    const found = [];
    for (let at = 0; at < bits.length; at += 8) found.push(parseInt(bits.slice(at, at + 8).join(""), 2));
    for (let pad = 0xec; found.length < length; pad ^= 0xec ^ 0x11) found.push(pad);
    return found;
  }

  // The message in blocks, each with its correction, one codeword of each block after the other.
  function stream(bytes, version) {
    const data = message(bytes, version), count = BLOCKS[version - 1];
    const short = Math.floor(data.length / count), long = data.length % count;
    const divisor = generator(CORRECTION[version - 1]);
    const blocks = [];
    for (let n = 0, at = 0; n < count; n++) {
      const length = short + (n < count - long ? 0 : 1);
      blocks.push(data.slice(at, at + length));
      at += length;
    }
    return [...woven(blocks), ...woven(blocks.map((block) => correction(block, divisor)))];
  }

  function woven(blocks) {
    const longest = blocks[blocks.length - 1].length;
    return Array.from({ length: longest }, (_each, n) => blocks.flatMap((block) => block.slice(n, n + 1))).flat();
  }

  // A square of light modules, with null where data goes: finders, alignment, timing, room for the format.
  function frame(version) {
    const size = 17 + 4 * version;
    const rows = Array.from({ length: size }, () => new Array(size).fill(null));
    const set = (row, column, value) => { if (rows[row] && column in rows[row]) rows[row][column] = value; };
    const ring = (row, column, reach, light) => {
      for (let i = -reach; i <= reach; i++) {
        for (let j = -reach; j <= reach; j++) {
          set(row + i, column + j, light.includes(Math.max(Math.abs(i), Math.abs(j))) ? 0 : 1);
        }
      }
    };
    for (let n = 0; n < size; n++) for (const [i, j] of [[6, n], [n, 6]]) set(i, j, 1 - (n % 2));
    for (const [i, j] of [[3, 3], [3, size - 4], [size - 4, 3]]) ring(i, j, 4, [2, 4]);
    const centres = centresOf(version, size), last = size - 7;
    for (const i of centres) for (const j of centres) {
      const isFinder = (i === 6 && j === 6) || (i === 6 && j === last) || (i === last && j === 6);
      if (!isFinder) ring(i, j, 2, [1]);
    }
    write(set, size, () => 0); // a mask is chosen before they are known
    set(size - 8, 8, 0);
    return rows;
  }

  // Where the alignment patterns stand (annex E).
  function centresOf(version, size) {
    if (version === 1) return [];
    const count = Math.floor(version / 7) + 2, step = 2 * Math.ceil((size - 13) / (2 * count - 2));
    return [6, ...Array.from({ length: count - 1 }, (_each, n) => size - 7 - step * (count - 2 - n))];
  }

  // A number followed by the rest of its division: by 0x537 for the format, by 0x1f25 for the version.
  function coded(value, divisor, count) {
    let rest = value << count;
    for (let bit = 31 - Math.clz32(rest); bit >= count; bit = 31 - Math.clz32(rest)) rest ^= divisor << (bit - count);
    return (value << count) | rest;
  }

  // The format and, from 7 on, the version: each stands there twice (7.9, 7.10).
  function information(version, mask) {
    const format = coded(mask, 0x537, 10) ^ 0x5412, number = coded(version, 0x1f25, 12); // level M is 00
    return (bit, isFormat) => ((isFormat ? format : number) >> bit) & 1;
  }

  function write(set, size, bitOf) {
    for (let n = 0; n < 15; n++) {
      set(n < 6 ? n : n < 8 ? n + 1 : size - 15 + n, 8, bitOf(n, true));
      set(8, n < 8 ? size - 1 - n : n < 9 ? 7 : 14 - n, bitOf(n, true));
    }
    for (let n = 0; n < 18 && size >= 45; n++) {
      const near = Math.floor(n / 3), far = size - 11 + (n % 3);
      set(near, far, bitOf(n, false));
      set(far, near, bitOf(n, false));
    }
  }

  // The free places of a frame in the order of the bits: two columns at a time, up and down, from the right.
  function places(rows) {
    const size = rows.length, found = [];
    for (let right = size - 1, isUp = true; right > 0; right -= 2, isUp = !isUp) {
      if (right === 6) right--;
      for (let n = 0; n < size; n++) {
        const row = isUp ? size - 1 - n : n;
        for (const column of [right, right - 1]) if (rows[row][column] === null) found.push([row, column]);
      }
    }
    return found;
  }

  // How hard a code would be to read (7.8.3): runs, blocks, what looks like a finder, and how dark it is.
  function penalty(rows) {
    const size = rows.length, columns = rows.map((_row, n) => rows.map((row) => row[n]));
    let found = 0, dark = 0;
    for (const line of [...rows, ...columns]) {
      const text = line.join("");
      for (const run of text.match(/0{5,}|1{5,}/g) || []) found += run.length - 2;
      const edged = `0000${text}0000`;
      for (let at = edged.indexOf("1011101"); at >= 0;) {
        const isFinder = edged.startsWith("0000", at - 4) || edged.startsWith("0000", at + 7);
        found += isFinder ? 40 : 0;
        at = edged.indexOf("1011101", at + (isFinder ? 7 : 4));
      }
    }
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) {
      dark += rows[i][j];
      const isBlock = i && j && rows[i][j] === rows[i - 1][j] && rows[i][j] === rows[i][j - 1];
      if (isBlock && rows[i][j] === rows[i - 1][j - 1]) found += 3;
    }
    return found + 10 * Math.floor(Math.abs((100 * dark) / (size * size) - 50) / 5);
  }

  function masked(bits, free, blank, mask) {
    const rows = blank.map((row) => row.slice());
    free.forEach(([i, j], n) => { rows[i][j] = (bits[n] || 0) ^ (MASKS[mask](i, j) ? 0 : 1); });
    return rows;
  }

  // The rows of a code, 1 for a dark module; null where the text is too long. A mask may be asked for.
  function matrix(text, asked = null) {
    const bytes = new TextEncoder().encode(text), version = versionFor(bytes.length);
    if (!version) return null;
    const blank = frame(version), free = places(blank);
    const bits = stream(bytes, version).flatMap((byte) => Array.from({ length: 8 }, (_each, n) => (byte >> (7 - n)) & 1));
    const masks = asked === null ? MASKS.map((_each, mask) => mask) : [asked];
    const found = masks.map((mask) => masked(bits, free, blank, mask));
    const penalties = found.map(found.length > 1 ? penalty : () => 0);
    const best = penalties.indexOf(Math.min(...penalties));
    const set = (i, j, value) => { found[best][i][j] = value; };
    write(set, blank.length, information(version, masks[best]));
    set(blank.length - 8, 8, 1);
    return found[best];
  }

  // The code as a picture with its quiet zone; null where the text is too long.
  function picture(text, label) {
    const rows = matrix(text);
    if (!rows) return null;
    const side = rows.length + 2 * QUIET, svg = "http://www.w3.org/2000/svg";
    const found = document.createElementNS(svg, "svg"), path = document.createElementNS(svg, "path");
    const runs = rows.flatMap((row, i) => Array.from(row.join("").matchAll(/1+/g), ({ 0: run, index }) =>
      `M${index + QUIET} ${i + QUIET}h${run.length}v1h-${run.length}z`));
    path.setAttribute("d", runs.join(""));
    found.append(path);
    for (const [name, value] of Object.entries({ viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges" })) {
      found.setAttribute(name, value);
    }
    return found;
  }

  notesite.qr = { matrix, picture };
})();
