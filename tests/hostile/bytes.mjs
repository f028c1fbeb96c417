// Pages whose characters are no text: broken encodings, NULs, halves of characters, marks that turn the direction.

/** Puts bytes in the place of a word of the page. */
const withBytes = (/** @type {string} */ word, /** @type {number[]} */ bytes) => (/** @type {string} */ page) => {
  const [before, ...after] = page.split(word);
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after.join(word))]);
};

/** @type {Record<string, import('./models.mjs').Model>} */
export const BYTES = {
  'bytes that are no UTF-8': {
    parsed: '<p id="p20">The keeper wrote BADBYTES into the book, and nobody has found out what was meant by it in all the years since.</p>',
    body: withBytes('BADBYTES', [0xff, 0xfe, 0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xf8, 0x88, 0x80, 0x80, 0x80, 0xe2, 0x28]),
  },
  'a character that is cut in two by a tag': {
    parsed: '<p id="p20">The keeper wrote CUT<b>FIT</b> into the book, and nobody has found out what was meant by it in all the years since.</p>',
    body: withBytes('CUT<b>FIT', [0xe2, 0x82, 0x3c, 0x62, 0x3e, 0xac]),
  },
  'NULs in text, tags and attributes': {
    parsed:
      '<p id="p20" ti\0tle="a\0b">The\0 keeper wrote\0 into the book, and nobody has found out what was meant by it in all the years since.</p><di\0v class="promo\0">x\0</di\0v>',
  },
  'NULs put there by scripts': {
    script: `here.append('a\\0b'); const e = document.createElement('p'); e.id = 'p20'; e.title = '\\0"<'; e.className = 'promo\\0'; e.append('The\\0 keeper wrote into the book, and nobody found out what was meant by it in all the years since.'); here.append(e);`,
  },
  'halves of characters': {
    script: `const e = document.createElement('p'); e.id = 'p20'; e.className = '\\ud83d'; e.title = '\\udca9';
      e.append('The keeper wrote \\ud83d into the book, and \\udca9\\ud83d nobody has found out what was meant by it in all the years since. \\ud800'); here.append(e);
      document.title += ' \\udfff'; document.querySelector('h1').append(' \\ud83d');`,
  },
  'marks that turn the direction': {
    parsed: '<p id="p20">The keeper wrote \u202eyks eht \u2066ni\u2067 \u202d into the book, and nobody has found out what was meant by it in all the years since.</p>',
    script: "document.querySelector('h1').prepend('\\u202e\\u2067');",
  },
  'characters that are no characters': {
    parsed: '<p id="p20">The keeper wrote &#xFFFF; &#x1FFFE; \ufdd0 &#x80; &#xD800; &#0; into the book, and nobody has found out what was meant by it since.</p>',
  },
  'a declaration of another encoding than the one that was sent': {
    head: '<meta charset="utf-16le"><meta http-equiv="content-type" content="text/html; charset=iso-2022-jp">',
  },
};
