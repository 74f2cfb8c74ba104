//! All dates of an article, by what they date.

use crate::model::Article;
use crate::model::date::{Date, Event, PartialDate};

/// A date of an article and what it dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DatedEvent<'a> {
    /// What it dates, as spelled: `pub`, `epub`, `received`, `accepted`; of an event without a word of its date, the event's.
    pub what: Option<&'a str>,
    /// In which list it stands.
    pub stage: DateStage,
    /// The date.
    pub date: &'a Date,
    /// The event that it belongs to, for dates of events.
    pub event: Option<&'a Event>,
}

/// In which list of an article a date stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DateStage {
    /// Publication. JATS `pub-date`.
    Publication,
    /// The way there. JATS `history`.
    History,
    /// Events such as preprints and reviews. JATS `pub-history`.
    Event,
}

impl Article {
    /// All dates: of publication, of the way there, of events; each with what it dates.
    ///
    /// ```
    /// # #[cfg(feature = "jats")] {
    /// use separatum::jats;
    /// let xml = "<article><front><article-meta><pub-date date-type='pub'><year>2026</year></pub-date><history>\
    ///   <date date-type='received'><month>9</month><year>2025</year></date></history></article-meta></front></article>";
    /// let article = jats::from_str(xml)?.value;
    /// let shown: Vec<_> = article.dates().iter().map(|d| (d.what, d.date.parsed().unwrap().to_string())).collect();
    /// assert_eq!(shown, [(Some("pub"), "2026".into()), (Some("received"), "2025-09".into())]);
    /// assert_eq!(article.date("received").unwrap().year.as_ref().unwrap().text(), "2025");
    /// # }
    /// # Ok::<(), separatum::Error>(())
    /// ```
    #[must_use]
    pub fn dates(&self) -> Vec<DatedEvent<'_>> {
        let publication = self
            .publication
            .dates
            .iter()
            .map(|date| dated(date, DateStage::Publication, None));
        let history = self
            .publication
            .history
            .iter()
            .flat_map(|history| &history.dates);
        let history = history.map(|date| dated(date, DateStage::History, None));
        let events = self
            .publication
            .events
            .iter()
            .flat_map(|events| &events.events);
        let events = events.flat_map(|event| {
            let dates = event.dates.iter().chain(&event.published);
            dates.map(move |date| dated(date, DateStage::Event, Some(event)))
        });
        publication.chain(history).chain(events).collect()
    }

    /// The first date of what is spelled so: `received`, `accepted`, `epub`.
    #[must_use]
    pub fn date(&self, what: &str) -> Option<&Date> {
        let dates = self.dates().into_iter();
        dates
            .filter(|dated| dated.what == Some(what))
            .map(|dated| dated.date)
            .next()
    }

    /// When it was published, as far as stated: the first date of that kind, else the first in the list.
    #[must_use]
    pub fn published(&self) -> Option<PartialDate> {
        let dates = &self.publication.dates;
        let is_publication = |date: &&Date| {
            matches!(date.kind.as_deref(), Some("pub"))
                || matches!(
                    date.pub_type.as_deref(),
                    Some("epub" | "ppub" | "epub-ppub")
                )
        };
        let first = dates.iter().filter(is_publication).find_map(Date::parsed);
        first.or_else(|| dates.iter().find_map(Date::parsed))
    }
}

fn dated<'a>(date: &'a Date, stage: DateStage, event: Option<&'a Event>) -> DatedEvent<'a> {
    let own = date.kind.as_deref().or(date.pub_type.as_deref());
    DatedEvent {
        what: own.or_else(|| event?.kind.as_deref()),
        stage,
        date,
        event,
    }
}
