// Clutter dressed up as prose, and prose dressed up as clutter: whatever is hidden, the article may not go with it.

const MORE = [
  'The tower was built of stone from the quarry above the town, and the carts that brought it down wore the ruts that can still be seen on the old road.',
  'Nobody knows who paid for the second lamp, which was lowered into the harbour in the war and brought up again by two boys who sold it back to the council.',
  'On clear nights the light reaches the islands, where people used to set their clocks by the turning of the beam and complained whenever the keeper was late.',
];

/** Three more paragraphs, each in a wrapper. */
const dressed = (open, close) => MORE.map((text, at) => open.replace('#', `p${10 + at}`) + text + close).join('\n');

const CLASSES = 'promo newsletter-signup related-stories advert share-bar comments cookie-consent modal overlay sponsored';

/** @type {Record<string, import('./models.mjs').Model>} */
export const DISGUISED = {
  'paragraphs with every class name of clutter': { parsed: dressed(`<p id="#" class="${CLASSES}">`, '</p>') },
  'paragraphs in boxes with every class name of clutter': {
    parsed: CLASSES.split(' ').map((name, at) => `<div class="${name}"><p id="p${10 + at}">${at}. ${MORE[at % 3]}</p></div>`).join(''),
    states: ['cleaned', 'too-much'],
  },
  'an article in a dialog that covers the page': {
    head: '<style>main { position: fixed; inset: 0; overflow: auto; z-index: 99; background: white; } body { overflow: hidden; height: 4000px; }</style>',
    before: '<div class="modal overlay" role="dialog" aria-modal="true">',
    behind: '</div>',
    gone: [],
    states: ['cleaned', 'too-much', 'nothing'],
  },
  'an article that calls itself a consent banner': {
    before: '<div id="cookie-consent-banner" class="gdpr cmp consent"><p>We use cookies. Accept all cookies to continue.</p><button>Accept all</button>',
    behind: '</div>',
    gone: [],
    states: ['cleaned', 'too-much', 'nothing'],
  },
  'an article in an aside, a footer, a menu and a form': {
    before: '<aside role="complementary"><footer><nav role="navigation"><form action="/subscribe">',
    behind: '</form></nav></footer></aside>',
    gone: [],
    states: ['cleaned', 'too-much', 'nothing', 'not-an-article'],
  },
  'paragraphs that are sticky, each over the next': {
    head: '<style>article > p { position: sticky; top: 0; z-index: 9; background: white; }</style>',
    states: ['cleaned', 'too-much'],
    gone: [],
  },
  'paragraphs that begin as promos do': {
    parsed: ['Also on Monday, the council', 'Read more than one account of that night and you', 'Share this story with a sailor and he', 'Sign up for our newsletter, the keeper used to joke, and you']
      .map((start, at) => `<p id="p${10 + at}">${start} ${MORE[at % 3].toLowerCase()}</p>`)
      .join(''),
  },
  'a promo of prose, as long as a paragraph': {
    parsed: `<div class="promo" id="c6"><strong>Also on example.com</strong> <a href="/tower">${MORE[0]}</a></div>`,
    // So much of a short article may be left alone.
    states: ['cleaned', 'too-much'],
  },
  'clutter that says the headline and the first paragraph once more': {
    parsed:
      '<div class="related-stories" id="c7"><h3>Related stories</h3><ul><li><a href="/a">Fellmouth keeps its light</a></li><li><a href="/b">Fellmouth keeps its light, says council</a></li></ul></div>',
    gone: ['c2', 'c3', 'c4'],
  },
  'an article that is said a second time inside of clutter': {
    parsed: `<div class="related" hidden>${dressed('<p>', '</p>')}</div>${dressed('<p id="#">', '</p>')}`,
  },
};
