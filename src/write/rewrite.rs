//! Rewritten HTML: the second `lol_html` pass, token by token.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use lol_html::html_content::{ContentType, Element};
use lol_html::{ElementContentHandlers, HtmlRewriter, Selector, Settings};

use crate::options::Strength;
use crate::plan::Plan;
use crate::sink::Sink;
use crate::verdict::Action;

/// The attribute that says why an element was edited.
pub const REASON: &str = "data-clean-copy";
/// The attribute that says what was done to it.
pub const ACTION: &str = "data-clean-copy-action";
/// The attribute of `<html>` that says the page was cleaned, and how strongly.
pub const CLEANED: &str = "data-clean-copy-cleaned";

/// What lifts a scroll lock, a fold, a veil.
pub const LIFTS: &str = "\
[data-clean-copy-action~=unlock]{overflow:auto!important;position:static!important;height:auto!important}\
[data-clean-copy-action~=unfold]{overflow:visible!important;height:auto!important;min-height:min-content!important;max-height:none!important;-webkit-line-clamp:none!important}\
[data-clean-copy-action~=unveil]{visibility:visible!important;filter:none!important;opacity:1!important;mask-image:none!important}\
[data-clean-copy-action~=free]{pointer-events:auto!important;user-select:text!important;-webkit-user-select:text!important}\
[data-clean-copy-action~=before]::before,[data-clean-copy-action~=after]::after{display:none!important}";

/// The page without its hidden blocks. Everything else is byte for byte what it was, but for the marks of muted and
/// unlocked elements and one on `<html>` that says the page was cleaned.
///
/// `html` must be the string that the plan was made from.
pub fn rewrite(html: &str, plan: &Plan) -> String {
    if plan.edits.is_empty() {
        return html.to_owned();
    }
    let Ok(every) = "*".parse::<Selector>() else {
        return html.to_owned();
    };
    let mut pass = Pass::new(plan);
    let mut out = Vec::with_capacity(html.len());
    let handler = move |element: &mut Element<'_, '_>| {
        pass.element(element);
        Ok(())
    };
    let settings = Settings::new()
        .with_strict(false)
        .append_element_content_handler((
            Cow::Owned(every),
            ElementContentHandlers::default().element(handler),
        ));
    let mut rewriter = HtmlRewriter::new(settings, Sink(Some(&mut out)));
    let done = rewriter.write(html.as_bytes()).is_ok() && rewriter.end().is_ok();
    match String::from_utf8(out) {
        Ok(out) if done => out,
        // Only input that no browser serialises comes here: it is given back as it is.
        _ => html.to_owned(),
    }
}

/// What is to be done to one element.
struct Mark {
    ordinal: u32,
    action: Action,
    reason: &'static str,
}

struct Pass {
    marks: std::iter::Peekable<std::vec::IntoIter<Mark>>,
    next: u32,
    in_template: Rc<RefCell<u32>>,
    strength: Strength,
    lifts: bool,
}

impl Pass {
    fn new(plan: &Plan) -> Pass {
        let mark = |edit: &crate::plan::Edit| Mark {
            ordinal: edit.ordinal,
            action: edit.action,
            reason: edit.reason.name(),
        };
        let marks: Vec<Mark> = plan.edits.iter().map(mark).collect();
        Pass {
            lifts: marks.iter().any(|m| m.action.lifts()),
            marks: marks.into_iter().peekable(),
            next: 0,
            in_template: Rc::default(),
            strength: plan.strength,
        }
    }

    fn element(&mut self, element: &mut Element<'_, '_>) {
        if *self.in_template.borrow() > 0 {
            self.enter_template(element);
            return;
        }
        let ordinal = self.next;
        self.next += 1;
        let name = element.tag_name();
        if name == "template" {
            self.enter_template(element);
        }
        if ordinal == 0 && name == "html" {
            let strength = if self.strength == Strength::Tidy {
                "tidy"
            } else {
                "focus"
            };
            let _ = element.set_attribute(CLEANED, strength);
        }
        if name == "head" && self.lifts {
            element.append(
                &format!("<style {REASON}=\"overlay\">{LIFTS}</style>"),
                ContentType::Html,
            );
        }
        while let Some(mark) = self.marks.next_if(|mark| mark.ordinal <= ordinal) {
            if mark.ordinal == ordinal {
                apply(element, &mark);
            }
        }
    }

    /// Elements inside a template have no ordinal; the count of open ones tells where it ends.
    fn enter_template(&mut self, element: &mut Element<'_, '_>) {
        let depth = self.in_template.clone();
        if let Some(handlers) = element.end_tag_handlers() {
            *depth.borrow_mut() += 1;
            handlers.push(Box::new(move |_| {
                let mut depth = depth.borrow_mut();
                *depth = depth.saturating_sub(1);
                Ok(())
            }));
        }
    }
}

fn apply(element: &mut Element<'_, '_>, mark: &Mark) {
    match mark.action {
        Action::Hide => element.remove(),
        action => {
            // Both names are plain ASCII, so setting them can't fail.
            let _ = element.set_attribute(REASON, mark.reason);
            let _ = element.set_attribute(ACTION, &action.name());
        }
    }
}
