// What a test asks of a page that it can't trust, and of the popup about it. Names of the page's own may stand before the
// browser's, so nothing is asked of the document or of an element by a name that a page can take.

/** Runs in the page: what of it is to be seen, its marks, its own scripts' errors. */
export function pageSeen() {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT);
  const attribute = (element, name) => Element.prototype.getAttributeNS.call(element, null, name);
  const found = { prose: [], seen: [], marks: 0 };
  for (let element = walker.nextNode(); element; element = walker.nextNode()) {
    const id = attribute(element, 'id') ?? '';
    if (/^p\d+$/.test(id)) found.prose.push(id);
    if (/^[pc]\d+$/.test(id) && Element.prototype.checkVisibility.call(element)) found.seen.push(id);
    if ((attribute(element, 'data-clean-copy') ?? attribute(element, 'data-clean-copy-action')) !== null) found.marks++;
  }
  const source = new XMLSerializer().serializeToString(document);
  return { ...found, source, errors: window.pageErrors ?? [] };
}

/** Runs in the popup: its sentence, elements that page text became, and whether anything of a page ran there. */
export function popupSeen() {
  const drawn = /^(details|summary|ul|li|button|span)$/;
  const ofPage = document.querySelectorAll('#status *, #ledger *');
  const names = Array.from(ofPage, (element) => element.localName);
  return {
    said: document.getElementById('status').innerText,
    foreign: names.filter((name) => !drawn.test(name)),
    ran: window.canaryRan === true,
  };
}
