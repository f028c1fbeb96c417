//! Month names of the languages we have phrases for, and of their neighbours.

use super::roster;
use crate::chars::holds_any;

/// The month a word names, in full or cut short: "December", "Dec", "дек".
pub(crate) fn month(word: &str) -> Option<u32> {
    // Most words of a date are numbers.
    if !word.starts_with(char::is_alphabetic) || word.chars().count() < 3 {
        return None;
    }
    let word = word.to_lowercase();
    let named = |names: &&str| names.split(' ').any(|name| name.starts_with(&word));
    let at = MONTHS.iter().position(named)?;
    Some(at as u32 + 1)
}

/// English, German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian, Icelandic, Indonesian, Polish, Turkish,
/// Russian, Ukrainian, Arabic, Greek. A language stands only where it writes a month unlike those before it.
const MONTHS: [&str; 12] = [
    "january januar jänner janvier enero gennaio janeiro januari janúar stycznia styczeń ocak января январь січня يناير ιανουαρίου",
    "february februar feber février fevrier febrero febbraio fevereiro februari febrúar lutego luty şubat февраля февраль лютого فبراير φεβρουαρίου",
    "march märz maerz mars marzo março marco maart mrt maret marca marzec mart марта март березня مارس μαρτίου",
    "april avril abril aprile apríl kwietnia kwiecień nisan апреля апрель квітня أبريل ابريل إبريل απριλίου",
    "may mai mayo maggio maio mei maj maí maja mayıs мая май травня مايو μαΐου",
    "june juni juin junio giugno junho júní czerwca czerwiec haziran июня июнь червня يونيو ιουνίου",
    "july juli juillet julio luglio julho júlí lipca lipiec temmuz июля июль липня يوليو ιουλίου",
    "august août aout agosto augustus augusti ágúst agustus sierpnia sierpień ağustos августа август серпня أغسطس اغسطس αυγούστου",
    "september septembre septiembre setiembre settembre setembro września wrzesień eylül сентября сентябрь вересня سبتمبر σεπτεμβρίου",
    "october oktober octobre octubre ottobre outubro październik października ekim октября октябрь жовтня أكتوبر اكتوبر οκτωβρίου",
    "november novembre noviembre novembro nóvember listopada listopad kasım ноября ноябрь листопада نوفمبر νοεμβρίου",
    "december dezember décembre decembre diciembre dicembre dezembro desember grudnia grudzień aralık декабря декабрь грудня ديسمبر δεκεμβρίου",
];

/// The month a word of a date names, in a language that writes it otherwise than its neighbours, too.
pub(super) fn month_of_date(word: &str, language: Option<&str>) -> Option<u32> {
    // The Poles call November so.
    let croatian = language.is_some_and(|tag| tag.starts_with("hr"));
    if croatian && word.eq_ignore_ascii_case("listopada") {
        return Some(10);
    }
    month(word).or_else(|| {
        let place = IN_FULL
            .iter()
            .position(|names| roster::is_in(word, names))?;
        Some(place as u32 + 1)
    })
}

/// Lithuanian, Latvian, Estonian, Slovak, Slovenian, Croatian, Serbian in Latin letters, Bulgarian, Catalan, Czech,
/// Hungarian, Romanian, Finnish, Hebrew: only in full, since cut short some are another month's beginning in another
/// language, and some are people's names.
const IN_FULL: [&str; 12] = [
    "sausio janvāris jaanuar januára januarja januara siječnja януари gener ledna leden január ianuarie tammikuuta tammikuu ינואר בינואר",
    "vasario februāris veebruar februára februarja februara veljače февруари febrer února únor február februarie helmikuuta helmikuu פברואר בפברואר",
    "kovo marts märts marta ožujka března březen március martie maaliskuuta maaliskuu מרץ במרץ",
    "balandžio aprīlis aprill apríla aprila travnja април dubna duben április aprilie huhtikuuta huhtikuu אפריל באפריל",
    "gegužės maijs mája svibnja maig května květen május toukokuuta toukokuu מאי במאי",
    "birželio jūnijs juuni júna junija juna lipnja юни juny června červen június iunie kesäkuuta kesäkuu יוני ביוני",
    "liepos jūlijs juuli júla julija jula srpnja юли juliol července červenec július iulie heinäkuuta heinäkuu יולי ביולי",
    "rugpjūčio augusts augusta avgusta avgust kolovoza srpna srpen augusztus elokuuta elokuu אוגוסט באוגוסט",
    "rugsėjo septembris septembra septembar rujna септември setembre září szeptember septembrie syyskuuta syyskuu ספטמבר בספטמבר",
    "spalio oktobris oktoober októbra oktobra oktobar октомври října říjen október octombrie lokakuuta lokakuu אוקטובר באוקטובר",
    "lapkričio novembris novembra novembar studenog studenoga ноември listopadu noiembrie marraskuuta marraskuu נובמבר בנובמבר",
    "gruodžio decembris detsember decembra decembar prosinca декември desembre prosince prosinec decembrie joulukuuta joulukuu דצמבר בדצמבר",
];

/// Days of the week where they stand alone before a date: "Sat, 3 May", "Montag, 3. Mai".
pub(crate) fn is_weekday(word: &str) -> bool {
    let word = word
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let days = "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday \
                montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi \
                vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo \
                seg ter qua qui sex sáb segunda-feira terça-feira quarta-feira quinta-feira sexta-feira \
                lunedì martedì mercoledì giovedì venerdì domenica";
    days.split_whitespace().any(|day| day == word)
}

/// Words that say: what follows is the day of a change.
pub(crate) fn tells_of_change(text: &str) -> bool {
    let text = text.to_lowercase();
    holds_any(&text, CHANGE)
}

const CHANGE: &[&str] = &[
    "updat",
    "modif",
    "aktualis",
    "geändert",
    "mis à jour",
    "mise à jour",
    "actualiz",
    "atualiz",
    "aggiorna",
    "bijgewerkt",
    "gewijzigd",
    "oppdater",
    "uppdater",
    "opdater",
    "uppfært",
    "diperbarui",
    "aktualiz",
    "обновл",
    "оновл",
    "güncel",
    "تحديث",
    "更新",
    "수정",
    "cập nhật",
    "atnaujin",
    "atjaun",
    "uuendat",
    "ažurir",
    "ажурир",
    "posodob",
    "обновен",
    "actualitz",
];
