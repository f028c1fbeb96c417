// What test pages and tests put into a page's window, and what only test browsers know.

interface Window {
  [name: string]: any;
}

declare namespace chrome {
  const developerPrivate: any;
}
