// Shapes that cross between page, background and popup. See docs/extension.md.

type Strength = "tidy" | "focus";
type Outcome = "cleaned" | "nothing" | "not-an-article" | "too-much" | "cut-off";
/** What the popup can be told about a page. */
type State =
  | "idle"
  | "restored"
  | Outcome
  | "page-changed"
  | "unreadable"
  | "not-a-page"
  | "not-allowed"
  | "file-blocked"
  | "core-failed";
/** Words for what is lifted off an element that stays as it is: "unlock", "unfold after". */
type Action = "hide" | "mute" | (string & {});
type CopyFormat = "rich" | "markdown" | "text" | "title";
interface Flavours {
  text: string;
  /** Empty where there is to be plain text alone. */
  html: string;
}
declare const flavoursOf: typeof import("./shared/flavours.js").flavoursOf;
declare const writeFlavours: typeof import("./shared/flavours.js").writeFlavours;
declare const word: typeof import("./shared/words.js").word;
declare const counted: typeof import("./shared/words.js").counted;

interface Article {
  title: string | null;
  byline: string | null;
  published: string | null;
  modified: string | null;
  site: string | null;
  language: string | null;
  canonical: string | null;
  image: string | null;
  /** The page's address, else the canonical one. */
  address: string | null;
  /** How its longest paragraphs begin. */
  excerpts: string[];
  /** Empty, as the two below, where the answer was to be brief. */
  text: string;
  markdown: string;
  html: string;
}

interface CoreOptions {
  url?: string;
  strength?: Strength;
  facts?: LiveFacts;
  copy?: { header?: string; links?: "none" | "wrapped" };
  /** The reader's cosmetic rules, one a line. */
  rules?: string;
  /** Lines of `rules` that may hide the article. */
  confirmed?: string[];
  /** Language tags of phrase packs that are switched off. */
  packsOff?: string[];
  /** Nobody asked for this clean. */
  automatic?: boolean;
  /** The text of the host's recipe, "" where there is none yet. */
  recipe?: string;
  /** Have the answer carry the recipe as it stands after this page. */
  learn?: boolean;
  /** Have the answer carry what is needed to judge blocks that come later. */
  later?: boolean;
  /** Have the answer do without the article's texts. */
  brief?: boolean;
}

/** The page that sends a message to the background. */
interface Asker {
  url: string | undefined;
  isPrivate: boolean;
  /** What is stored for its cleaning, where that is being read. */
  stored?: Promise<Stored>;
}

/** What is stored of the settings, and of those of private windows. */
interface Stored {
  settings: Settings;
  here: Pick<PrivateChoices, "rules" | "confirmed" | "strength">;
}

/** What was chosen in private windows. */
interface PrivateChoices {
  sites: string[];
  rules: string[];
  confirmed: string[];
  strength?: Strength;
}

/** What the core is told of blocks that came later. */
interface MoreOptions {
  /** What the core gave with the page; only the core reads it. */
  context: string;
  url: string;
  facts: LiveFacts;
  strength?: Strength;
  automatic?: boolean;
  recipe?: string;
}

/** What the core learned of a site. */
interface Recipe {
  /** Only the core reads it. */
  text: string;
  /** Cleans that agreed so far. */
  pages: number;
  /** What to hide from document_start on; nothing while the recipe is off. */
  hides: { selector: string; reason: string }[];
  /** Selectors of what must stay visible. */
  anchors: string[];
  /** Its anchors failed: it hides nothing until it is learned anew. */
  off: boolean;
}

/** An item of storage.local, `recipe:<host>`. */
type StoredRecipe = Omit<Recipe, "anchors">;

interface SettingsForCore {
  strength: Strength;
  rules: string;
  confirmed: string[];
  packsOff: string[];
  copy: CopySettings;
}

interface CopySettings {
  /** A template; the core's own where there is none. */
  header?: string;
  links: "none" | "wrapped";
}

interface SiteSettings {
  /** As everywhere where there is none. */
  strength?: Strength;
}

/** What the reader chose. */
interface Choices {
  strength: Strength;
  /** By match pattern: the sites that are always cleaned. */
  sites: Record<string, SiteSettings>;
  copy: CopySettings;
  rules: string;
  confirmed: string[];
  packsOff: string[];
}

/** What an administrator set. */
interface ManagedSettings {
  strength?: Strength;
  sites?: Record<string, SiteSettings>;
  rules?: string;
  packsOff?: string[];
  copy?: Partial<CopySettings>;
}

interface Settings extends Choices {
  managed: ManagedSettings;
}

interface LiveFacts {
  covering: number[];
  /** `<html>` and `<body>`, of each that keeps the page from scrolling. */
  locked: number[];
  /** What may not be hidden, nor anything around it. */
  kept?: number[];
  /** Elements around the prose, each with what lies on it, as `veilBits` has it. */
  veils?: number[];
  /** What is not rendered, the outermost elements; copies leave it out. */
  unseen?: number[];
}

/** What speaks against a block, as data: the words are `why_<key>` in _locales. */
interface Evidence {
  key: string;
  values: string[];
}

interface HiddenPlace {
  ordinal: number;
  tag: string;
  action: Action;
  reason: string;
  evidence: string;
  why: Evidence;
  text: string;
  /** Names the block on this page and likely on the site's others; null where nothing lasting does. */
  selector: string | null;
}

/** What became of a rule of the reader's that applies to the page. */
interface RuleReport {
  line: number;
  text: string;
  matched: number;
  /** It would hide the article, so it hides nothing until it is confirmed. */
  held: boolean;
}

interface CheckedRules {
  rules: number;
  errors: { line: number; text: string; reason: string }[];
}

/** An element and the selectors that name it, from what lasts to what does not. */
interface NamedElement {
  ordinal: number;
  tag: string;
  selectors: string[];
}

interface CoreResult {
  outcome: Outcome;
  strength: Strength;
  /** A sign of the settings by which the page was judged. */
  settings: number;
  elements: number;
  fingerprint: number;
  hidden: HiddenPlace[];
  rules: RuleReport[];
  share: number;
  article: Article;
  recipe?: Recipe | null;
  /** Selectors of the recipe that hid what is to stay. */
  wrong?: string[];
  /** The page in short, for blocks that come later. */
  context?: string | null;
}

type MoreResult = Pick<CoreResult, "elements" | "fingerprint" | "hidden"> & {
  /** Locks on `<html>` or `<body>` that came with what is hidden. */
  unlocks: HiddenPlace[];
};
type MoreReply = { result: MoreResult } | { error: string };
type CoreReply = { result: CoreResult } | { error: string };

/** The page in one synchronous step: its text and its elements in the same order. */
interface Taken {
  html: string;
  elements: Element[];
  /** Their names as they were written, in lower case. */
  names: string[];
  root: Element;
  fingerprint: number;
  /** The shadow roots that were read. */
  roots: ShadowRoot[];
  /** How large the page was then, see `pageSize`. */
  size: string;
}

interface Reading {
  taken: Taken;
  result: CoreResult;
  entries: Entry[];
  /** Nothing on the page was scrolled, from when it was taken on. */
  atStart: boolean;
}

/** One line of the ledger, tied to its element. */
interface Entry {
  /** Its number, from when it is hidden on. */
  index?: number;
  element: Element;
  action: Action;
  reason: string;
  evidence: string;
  /** None where the reader hid the block by hand. */
  why?: Evidence;
  text: string;
  selector: string | null;
  /** The reader asked to see this block again. */
  shown: boolean;
  /** It keeps the room that it took beside the article. */
  inPlace?: InPlace;
  key: string;
}

/** One line of the ledger as the popup gets it. */
interface LedgerRow {
  /** Names the block as long as it is hidden or shown again; below zero one of the page around the View's frame. */
  index: number;
  /** Of the page or frame that it is in: what rules go by. */
  host: string;
  action: Action;
  reason: string;
  evidence: string;
  why?: Evidence;
  text: string;
  selector: string | null;
  shown: boolean;
}

/** What a row's pin does to the reader's rules, so that its block is seen again. */
interface Pin {
  /** The rule that is taken out, or the exception that is added. */
  line: string;
  takesOut: boolean;
  /** It is done. */
  set: boolean;
}

interface View {
  state: State;
  /** None where no page was reached. */
  url?: string;
  strength: Strength | null;
  /** Blocks hidden right now. */
  count: number;
  share: number;
  article: Article | null;
  ledger: LedgerRow[];
  /** The reader's rules that hide nothing here, since they would hide the article. */
  held: number;
  /** What went wrong, for people who report it. */
  detail?: string;
  /** The frame that this is about, where it is not the page itself. */
  frameId?: number;
}

type PageMessage =
  | { to: "page"; type: "clean"; strength?: Strength }
  | { to: "page"; type: "arrive" }
  | { to: "page"; type: "toggle" }
  | { to: "page"; type: "restore" }
  | { to: "page"; type: "pick"; menu?: number }
  | { to: "page"; type: "article" }
  | { to: "page"; type: "put"; article: Article; format: CopyFormat }
  | { to: "page"; type: "report"; named: boolean }
  | { to: "page"; type: "view"; now?: boolean }
  | { to: "page"; type: "turned-on" | "turned-off"; patterns: string[] }
  | { to: "page"; type: "show"; index: number }
  | { to: "page"; type: "copy"; format: CopyFormat }
  | { to: "page"; type: "copy-selection" };

/** The article with its texts, or why there is none. */
type ArticleReply = { article: Article | null; state?: State; detail?: string };
type CopyReply = { copied: boolean; state: State; nothingSelected?: boolean };
type ReportReply = { report: string | null; state: State };
type PickReply = { picking: boolean; state: State };
/** Whether a rule was written, and what of it was new; where not, why: the end of a key of the interface's words, "unsaved_…". */
type SaveReply = { saved: boolean; reason?: string; added?: boolean; confirmed?: boolean };

/** What a page asks over the port `core`, or `more` with its options; `waits`: the live facts come as `{ facts }` after it. */
interface AskedPage {
  html: string;
  options: CoreOptions | MoreOptions;
  waits?: boolean;
}

/** How a block is hidden that keeps its width. */
type InPlace = "hide-in-place" | "hide-in-place cell";

/** A text as it crosses to the background: where bytes are faster, in UTF-8. */
type Sent = string | Uint8Array;

type SentPage = Omit<AskedPage, "html"> & { html: Sent };

type BackgroundMessage =
  | { to: "background"; type: "warm" }
  | { to: "background"; type: "frame" }
  | { to: "background"; type: "is-always" }
  | { to: "background"; type: "settings"; strength?: Strength }
  | { to: "background"; type: "breakage"; html: string; options: CoreOptions }
  | { to: "background"; type: "selectors"; html: string; ordinal: number }
  | { to: "background"; type: "add-rule"; line: string; confirmed: boolean }
  | { to: "background"; type: "remove-rule"; line: string; added?: boolean; confirmed?: boolean }
  | { to: "background"; type: "learn"; recipe: string }
  | { to: "background"; type: "badge"; state: State; count: number }
  | { to: "background"; type: "insist"; on: boolean }
  | { to: "background"; type: "always"; patterns: string[]; on: boolean; isPrivate?: boolean }
  | { to: "background"; type: "write-rules"; base: string; text: string }
  | { to: "background"; type: "write-copy"; copy: CopyChange };

/** What is left out stays as it is; `header: null` goes back to the core's own. */
type CopyChange = { header?: string | null; links?: CopySettings["links"] };
