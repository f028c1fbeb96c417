// What the applications show: two articles of a made-up paper, and the clutter around them.

export const ARTICLES = {
  '/one': {
    title: 'Brennholt keeps its night ferry',
    paragraphs: [
      'The night ferry between Brennholt and the islands will sail for another two years, the county said on Tuesday, although it carried fewer than nine passengers on most crossings last winter.',
      'Its skipper, Runa Aas, told the committee that the boat is the only way home for nurses on the late shift, and that a taxi across the bridge costs a third of what they earn in a night.',
      'The county had wanted to save four hundred thousand crowns a year. It will now look for the money in the budget for roads, where a tunnel has been put off until the spring after next.',
      'On the quay the news came with the six o’clock boat. Somebody had tied a flag to the rail, and the cook handed out waffles until the bell rang for the next departure.',
    ],
  },
  '/two': {
    title: 'The library of Sundvik lends out tools',
    paragraphs: [
      'Since the first of the month the library of Sundvik has lent out drills, ladders and a sewing machine, and the waiting list for the ladder is already longer than the one for any novel.',
      'The idea came from a reader who returned a book on carpentry unread, since she owned no saw. The librarian, Odd Berge, put a box of his own tools on the counter on the next morning.',
      'Whoever borrows a tool signs for it as for an atlas, and pays for what is broken. So far one drill bit has been lost, and was replaced by the borrower with two of a better make.',
      'The council has given the library a shelf in the cellar and a thousand crowns for oil, blades and needles, and will ask after a year whether anybody still buys a ladder.',
    ],
  },
};

export const PATHS = Object.keys(ARTICLES);

export const PROMO = { lead: 'Also on example.com', text: 'Bridge over the Ard closed until spring', href: '/bridge' };

export const RELATED = ['Ferry timetable changes in May', 'School roof repaired at last', 'Mayor opens the new library wing'];
