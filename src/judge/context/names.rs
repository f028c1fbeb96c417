//! The names that sites give their blocks, and what each hints at.

use super::hints::Hints;

/// Beginnings that no other word shares, sorted.
pub(super) const STEMS: &[(&str, Hints)] = &[
    ("adsby", Hints::ADVERT),
    ("adslot", Hints::ADVERT),
    ("adunit", Hints::ADVERT),
    ("advert", Hints::ADVERT),
    ("alsoread", Hints::PROMO),
    ("articlebody", Hints::BODY),
    ("articlecontent", Hints::BODY),
    ("articletext", Hints::BODY),
    ("author", Hints::BYLINE),
    ("binhluan", Hints::THREAD),
    ("blockquote", Hints::QUOTE),
    ("breadcrumb", Hints::NAVIGATION),
    ("byline", Hints::BYLINE),
    ("caption", Hints::CAPTION),
    ("carousel", Hints::WIDGET),
    ("comentari", Hints::THREAD),
    ("comment", Hints::COMMENTS),
    ("consent", Hints::CONSENT),
    ("cookie", Hints::CONSENT),
    ("datetime", Hints::BYLINE),
    ("didomi", Hints::CONSENT),
    ("disqus", Hints::COMMENTS),
    ("donat", Hints::NEWSLETTER),
    ("entrycontent", Hints::BODY),
    ("figcaption", Hints::CAPTION),
    ("footer", Hints::FOOTER.or(Hints::SITE)),
    ("gallery", Hints::WIDGET.or(Hints::GALLERY)),
    ("guestbook", Hints::THREAD),
    ("headline", Hints::TITLE),
    ("imagecredit", Hints::CAPTION),
    ("interstitial", Hints::OVERLAY),
    ("koment", Hints::THREAD),
    ("kommentar", Hints::COMMENTS),
    ("kommentek", Hints::THREAD),
    ("kommentti", Hints::THREAD),
    ("lightbox", Hints::OVERLAY),
    ("masthead", Hints::HEADER.or(Hints::SITE)),
    ("mostpopular", Hints::RELATED),
    ("mostread", Hints::RELATED),
    ("navbar", Hints::NAVIGATION),
    ("navig", Hints::NAVIGATION),
    ("newsletter", Hints::NEWSLETTER.or(Hints::PITCH)),
    ("onetrust", Hints::CONSENT),
    ("outbrain", Hints::RELATED),
    ("overlay", Hints::OVERLAY),
    ("paginat", Hints::NAVIGATION),
    ("paragraph", Hints::BODY),
    ("paywall", Hints::NEWSLETTER),
    ("photocredit", Hints::CAPTION),
    ("player", Hints::WIDGET),
    ("podcast", Hints::WIDGET),
    ("popularpost", Hints::RELATED),
    ("popup", Hints::OVERLAY),
    ("postbody", Hints::BODY),
    ("postcontent", Hints::BODY),
    ("promo", Hints::PROMO),
    ("publicid", Hints::ADVERT),
    ("publish", Hints::BYLINE),
    ("pullquote", Hints::QUOTE),
    ("reactie", Hints::THREAD),
    ("readalso", Hints::PROMO),
    ("readmore", Hints::PROMO),
    ("readnext", Hints::RELATED),
    ("recirc", Hints::RELATED),
    ("recommend", Hints::RELATED),
    ("related", Hints::RELATED),
    ("richtext", Hints::BODY),
    ("share", Hints::SHARE),
    ("sharing", Hints::SHARE),
    ("sidebar", Hints::SIDEBAR),
    ("slideshow", Hints::WIDGET.or(Hints::GALLERY)),
    ("social", Hints::SHARE),
    ("sponsor", Hints::ADVERT),
    ("standfirst", Hints::LEAD),
    ("storybody", Hints::BODY),
    ("subhead", Hints::LEAD),
    ("subscri", Hints::NEWSLETTER),
    ("subtitle", Hints::LEAD),
    ("taboola", Hints::RELATED),
    ("teaser", Hints::RELATED),
    ("timestamp", Hints::BYLINE),
    ("usercentrics", Hints::CONSENT),
    ("widget", Hints::WIDGET),
    ("yorumlar", Hints::THREAD),
];

/// Names that mean one thing wherever they stand.
pub(super) const EXACT: &[(Hints, &str)] = &[
    (
        Hints::SHARE,
        "share shares sharing social addtoany addthis sharedaddy follow sns whatsapp tweet teilen \
         partager compartir sharebar socials snsbox bookmark",
    ),
    (
        Hints::RELATED,
        "related recirc trending popular latest similar outbrain taboola zergnet revcontent yarpp \
         suggested upnext card cards morefrom morenews nextarticle morestories moreon seealso linklist \
         headlines relatedposts onward river feed tease",
    ),
    (Hints::PROMO, "callout readmore crosslink interlink"),
    (
        Hints::PROMO.or(Hints::PITCH),
        "promo promos promobox promoblock promobanner cta",
    ),
    (
        Hints::NEWSLETTER.or(Hints::PITCH),
        "signup membership donate donation donations klaviyo convertkit mailerlite beehiiv",
    ),
    (Hints::PITCH, "calltoaction"),
    (
        Hints::BIO,
        "authorbio bioauthor aboutauthor theauthor authorbox authorcard authordescr writerbio contributorbio \
         bioblock biobox autorbox autorinfo bioautor biografiaautor postprofile messageuser",
    ),
    (
        Hints::NEWSLETTER,
        "subscribe register registration optin mailchimp signin login \
         paywall regwall piano abo offer marketing premium mcwp",
    ),
    (
        Hints::ADVERT,
        "ad ads adv advert dfp gpt adbox adwrap adwrapper adcontainer anzeige werbung reklama reklam \
         publicite commercial affiliate leaderboard mpu skyscraper native adsense adplace adzone \
         billboard",
    ),
    (
        Hints::COMMENTS,
        "comment comments respond reply replies spotim viafoura livefyre coral discussion discuss forum \
         commentlist commentform responses",
    ),
    (
        Hints::CONSENT,
        // A consent management platform: `cmp` before another word is how a widespread system names its components.
        "cookie cookies consent gdpr ccpa privacy cmpbox cmpconsent cmpcookie cmpcookies cmplayer cmproot cmpui \
         cmpwrapper",
    ),
    (
        Hints::OVERLAY,
        "popup overlay backdrop offcanvas drawer toast flyout tooltip popover",
    ),
    (Hints::DIALOG, "modal dialog alertdialog"),
    (Hints::THREAD, "komment yorum"),
    (Hints::DECK, "subdeck subdek"),
    (
        Hints::GALLERY,
        "galleries galeria galerie galleria photogallery imagegallery gallerytext fotogalerie fotogaleria fotostrecke \
         bildergalerie bildstrecke diaporama photostory fotoreportage",
    ),
    (
        Hints::MACHINE,
        "aisummary summaryai aikeypoints aikeytakeaways aioverview aitakeaways aiabstract airecap aidigest iaresumo \
         resumoia iaresumen resumenia resumeia iaresume iariassunto riassuntoia kisummary \
         aisamenvatting aisammanfattning",
    ),
    (
        Hints::NAVIGATION,
        "nav menu breadcrumb breadcrumbs crumb crumbs pager pagination skip skiplink tag tags topic \
         topics category categories toc tab tabs keywords hamburger search taxonomy",
    ),
    (
        Hints::BYLINE,
        "author authors byline bio date dateline time timestamp published meta postmeta contributor \
         writer updated datepublished datemodified readtime readingtime reporter editor autor datum",
    ),
    (
        Hints::CAPTION,
        "caption credit credits legend copyright figcaption photographer photo imagecaption cutline \
         wpcaption attribution",
    ),
    (Hints::WIDGET.or(Hints::VOICE), "audio listen"),
    (Hints::WIDGET.or(Hints::POLL), "poll"),
    (
        Hints::POLL,
        "polls pollbox pollwidget umfrage abstimmung sondage encuesta enquete sondaggio ankieta",
    ),
    (
        Hints::VOICE,
        "tts ttsplayer texttospeech beyondwords trinityaudio readspeaker speechkit readaloud audiobutton vorlesen",
    ),
    (
        Hints::WIDGET,
        "widget player video podcast quiz toolbar tools print rating ratings slider \
         carousel swiper weather jwplayer button btn buttons actions utility form \
         embed quicklinks ticker",
    ),
    (Hints::WIDGET.or(Hints::FACTS), "infobox factbox"),
    (
        Hints::SIDEBAR,
        "sidebar aside rail rightcol rightrail secondary complementary side rhs sidecol rightcolumn \
         leftcol leftrail",
    ),
    (Hints::FOOTER, "bottom"),
    (
        Hints::FOOTER.or(Hints::SITE),
        "footer foot colophon contentinfo legal disclaimer imprint impressum",
    ),
    (Hints::HEADER, "top"),
    (
        Hints::HEADER.or(Hints::SITE),
        "header masthead topbar banner logo branding",
    ),
    (
        Hints::BODY,
        "article articlebody body content entry story post text paragraph prose richtext copy main txt \
         artikel noticia contenido bodytext entrycontent postcontent detail blog hentry",
    ),
    (
        Hints::TITLE,
        "title headline hed heading titre titel titulo pagetitle entrytitle",
    ),
    (
        Hints::LEAD,
        "lead lede intro standfirst deck dek subtitle subhead summary excerpt abstract chapo description \
         subheadline leadtext introduction synopsis subheading bajada vorspann",
    ),
    (Hints::QUOTE, "quote pullquote blockquote pull"),
    (Hints::HIDDEN, "hidden hide noprint invisible collapsed"),
    (Hints::LIST, "list grid item items listing stack row"),
];
