//! The shapes as TypeScript sees them, for `core.d.ts`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
export interface CleanOptions {
  url?: string;
  strength?: "tidy" | "focus";
  facts?: Facts;
  copy?: { header?: string, links?: "none" | "wrapped" };
  rules?: string; confirmed?: string[]; packsOff?: string[];
  automatic?: boolean; recipe?: string; learn?: boolean; later?: boolean; brief?: boolean;
}
export interface Facts { covering: number[]; locked: number[]; kept?: number[]; veils?: number[]; unseen?: number[]; }
export interface MoreOptions extends CleanOptions { context: string; }
export interface MoreResult {
  elements: number; fingerprint: number;
  hidden: Hidden[]; unlocks: Hidden[];
}
export interface Recipe {
  text: string; host: string; pages: number;
  hides: { selector: string, reason: string }[]; anchors: string[]; off: boolean;
}
export interface RuleReport { line: number; text: string; matched: number; held: boolean; }
export interface Hidden {
  ordinal: number; tag: string; action: "hide" | "mute" | string;
  reason: string; evidence: string; why: { key: string, values: string[] };
  text: string; selector: string | null;
}
export interface CheckedRules {
  rules: number;
  errors: { line: number, text: string, reason: string }[];
}
export interface Named { ordinal: number; tag: string; selectors: string[]; }
export interface Article {
  title: string | null; byline: string | null; published: string | null; modified: string | null;
  site: string | null; language: string | null; canonical: string | null; image: string | null; address: string | null;
  excerpts: string[]; text: string; markdown: string; html: string;
}
export interface CleanResult {
  outcome: "cleaned" | "nothing" | "not-an-article" | "too-much" | "cut-off";
  elements: number; fingerprint: number;
  ordinals: Uint32Array; actions: Uint8Array;
  hidden: Hidden[]; rules: RuleReport[]; share: number; article: Article;
  recipe: Recipe | null; wrong: string[]; context: string | null;
}
export interface Breakage {
  outcome: string; strength: string; language: string | null; elements: number; blocks: number; words: number;
  share: number; metadata: string[];
  counts: Record<string, number>;
  hidden: {
    ordinal: number; path: string; action: string; reason: string; evidence: string;
    words: number; elements: number; links: number; text: string;
  }[];
  around: {
    ordinal: number; path: string; role: string; likely: number; hidden: string | null; unseen: boolean;
    words: number; links: number; text: string;
  }[];
}
export interface PlainResult {
  text: string;
  removed: { line: string, reason: string, evidence: string }[];
}
"#;
