// How what somebody types is compared with what stands in the notes: the same as model/folding.py.
"use strict";

(function () {
  const LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n", "þ": "th",
    "ŧ": "t", "ς": "σ",
  };
  const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
  const APOSTROPHES = /['’‘‛ʼʻ`´′]/g;
  const ACCENTS = /[\u0300-\u036f]/g;
  const ASCII = /^[\0-\x7f]*$/;
  const WORDS = /[\p{L}\p{N}]+/gu;
  const PLAIN_WORDS = /[a-z0-9]+/g;

  // The text without case, accents and apostrophes.
  function folded(text) {
    if (ASCII.test(text)) return text.toLowerCase().replaceAll("'", "").replaceAll("`", "");
    const plain = text.replace(APOSTROPHES, "").normalize("NFKD").replace(ACCENTS, "").toLowerCase();
    return plain.replace(SPECIAL, (letter) => LETTERS[letter]).normalize("NFC");
  }

  // The words of a text, folded.
  function wordsOf(text) {
    const plain = folded(text);
    return plain.match(ASCII.test(plain) ? PLAIN_WORDS : WORDS) || [];
  }

  // How many letters apart a word is from the beginning of another, at most so many; more than that is Infinity.
  // Two letters that changed places are one mistake (optimal string alignment).
  function distance(word, other, most, isPrefix) {
    const width = Math.min(other.length, word.length + most);
    if (width < word.length - most || (!isPrefix && other.length > word.length + most)) return Infinity;
    let older = [];
    let before = Array.from({ length: width + 1 }, (_each, index) => index);
    for (let row = 1; row <= word.length; row++) {
      const now = [row];
      let least = row;
      for (let column = 1; column <= width; column++) {
        const isSame = word[row - 1] === other[column - 1];
        let cost = Math.min(before[column] + 1, now[column - 1] + 1, before[column - 1] + (isSame ? 0 : 1));
        if (row > 1 && column > 1 && word[row - 1] === other[column - 2] && word[row - 2] === other[column - 1]) {
          cost = Math.min(cost, older[column - 2] + 1);
        }
        now.push(cost);
        if (cost < least) least = cost;
      }
      if (least > most) return Infinity;
      [older, before] = [before, now];
    }
    const found = isPrefix ? Math.min(...before) : before[width];
    return found <= most ? found : Infinity;
  }

  Object.assign(notesite, { APOSTROPHES, folded, wordsOf, distance });
})();
