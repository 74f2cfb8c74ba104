//! The generated words, one table a language.

mod cyrillic;
mod english;
mod germanic;
mod romance;

/// The words of a language. Those that introduce data stand before it, without the colon or space between.
#[derive(Debug)]
pub(crate) struct Words {
    /// Heading of what is about the article: dates, identifiers, rights.
    pub(crate) about: &'static str,
    /// Heading of an abstract.
    pub(crate) abstract_: &'static str,
    /// Heading of an abstract in a picture.
    pub(crate) graphical_abstract: &'static str,
    /// Heading of the key points.
    pub(crate) key_points: &'static str,
    /// Heading of a summary.
    pub(crate) summary: &'static str,
    /// Heading of a summary for everybody.
    pub(crate) plain_summary: &'static str,
    /// Before keywords.
    pub(crate) keywords: &'static str,
    /// Before abbreviations.
    pub(crate) abbreviations: &'static str,
    /// Heading of a reference list.
    pub(crate) references: &'static str,
    /// Heading of notes.
    pub(crate) notes: &'static str,
    /// Heading of acknowledgements.
    pub(crate) acknowledgements: &'static str,
    /// Heading of a glossary.
    pub(crate) glossary: &'static str,
    /// Heading of an appendix.
    pub(crate) appendix: &'static str,
    /// Heading of floating figures and tables gathered at the end.
    pub(crate) floats: &'static str,
    /// Heading of a translation.
    pub(crate) translation: &'static str,
    /// Heading of an author's reply.
    pub(crate) reply: &'static str,
    /// Heading of a decision letter.
    pub(crate) decision_letter: &'static str,
    /// Heading of a reviewer's report.
    pub(crate) review: &'static str,
    /// Heading of a response.
    pub(crate) response: &'static str,
    /// Before the date of that event, and so on.
    pub(crate) received: &'static str,
    /// Revised version received.
    pub(crate) revised: &'static str,
    /// Revision asked for.
    pub(crate) revision_requested: &'static str,
    /// Accepted.
    pub(crate) accepted: &'static str,
    /// Published.
    pub(crate) published: &'static str,
    /// Published online.
    pub(crate) published_online: &'static str,
    /// Published in print.
    pub(crate) published_in_print: &'static str,
    /// Date of the issue or collection.
    pub(crate) collection: &'static str,
    /// Released in an archive.
    pub(crate) released: &'static str,
    /// Corrected.
    pub(crate) corrected: &'static str,
    /// Retracted.
    pub(crate) retracted: &'static str,
    /// Published as a preprint.
    pub(crate) preprint: &'static str,
    /// A date without a known event.
    pub(crate) date: &'static str,
    /// Before a volume's number.
    pub(crate) volume: &'static str,
    /// Before an issue's number.
    pub(crate) issue: &'static str,
    /// Before a supplement's number.
    pub(crate) supplement: &'static str,
    /// Before the number of one page.
    pub(crate) page: &'static str,
    /// Before the numbers of pages.
    pub(crate) pages: &'static str,
    /// Before an article's number in its volume.
    pub(crate) article: &'static str,
    /// Before a version.
    pub(crate) version: &'static str,
    /// Between the last two of several names.
    pub(crate) and: &'static str,
    /// For names left out.
    pub(crate) et_al: &'static str,
    /// For an author who is not named.
    pub(crate) anonymous: &'static str,
    /// After one editor's name in a citation.
    pub(crate) editor_short: &'static str,
    /// After several editors' names in a citation.
    pub(crate) editors_short: &'static str,
    /// After translators' names in a citation.
    pub(crate) translator_short: &'static str,
    /// Before the names of an article's editors.
    pub(crate) edited_by: &'static str,
    /// Before a journal's identifier.
    pub(crate) journal_id: &'static str,
    /// Before a journal's short title.
    pub(crate) abbreviated: &'static str,
    /// Of the electronic edition.
    pub(crate) online: &'static str,
    /// Of the printed edition.
    pub(crate) in_print: &'static str,
    /// Before the year of the copyright.
    pub(crate) copyright_year: &'static str,
    /// Before the holder of the copyright.
    pub(crate) copyright_holder: &'static str,
    /// Before the address of a licence.
    pub(crate) licence: &'static str,
    /// Before those who paid.
    pub(crate) funding: &'static str,
    /// Before the number of an award.
    pub(crate) award: &'static str,
    /// Before the one who got an award.
    pub(crate) recipient: &'static str,
    /// Before a short title.
    pub(crate) short_title: &'static str,
    /// Before a running head.
    pub(crate) running_head: &'static str,
    /// Before another form of the title.
    pub(crate) other_title: &'static str,
    /// Before a related article.
    pub(crate) related_article: &'static str,
    /// Stands for the title that a container demands and the article does not have.
    pub(crate) untitled: &'static str,
    /// Title of a table of contents.
    pub(crate) contents: &'static str,
    /// Stands for an image that is not there.
    pub(crate) image_missing: &'static str,
    /// What a picture without an alternative and a label is called.
    pub(crate) figure: &'static str,
    /// What a formula without an alternative is called.
    pub(crate) formula: &'static str,
    /// What leads back from a note to its place in the text.
    #[allow(dead_code, reason = "for links from notes back to their calls")]
    pub(crate) back_to_text: &'static str,
}

impl Words {
    /// The words of a language; English where there are none.
    pub(super) fn of(lang: Option<&str>) -> &'static Self {
        lang.and_then(Self::find).unwrap_or(&english::ENGLISH)
    }

    /// The words of a language by its tag's primary subtag, if there are some.
    pub(crate) fn find(lang: &str) -> Option<&'static Self> {
        let primary = lang.split(['-', '_']).next().unwrap_or_default();
        let words = match primary.to_ascii_lowercase().as_str() {
            "en" => &english::ENGLISH,
            "ru" => &cyrillic::RUSSIAN,
            "kk" if !lang.to_ascii_lowercase().contains("-latn")
                && !lang.to_ascii_lowercase().contains("-arab") =>
            {
                &cyrillic::KAZAKH
            }
            "es" => &romance::SPANISH,
            "pt" => &romance::PORTUGUESE,
            "fr" => &romance::FRENCH,
            "de" => &germanic::GERMAN,
            _ => return None,
        };
        Some(words)
    }
}
