//! Identifiers, as spelled, with their kind.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::extra::{Attr, Extra, Foreign};

/// An identifier as spelled, with its kind: a DOI, an ISSN of a journal, an ORCID, an award number.
///
/// JATS: `article-id`, `journal-id`, `issue-id`, `contrib-id`, `object-id`, `award-id`, `issn`, `isbn`; the kind is
/// `pub-id-type`, `journal-id-type` and so on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Identifier {
    /// The kind as spelled: `doi`, `pmid`, `publisher-id`, `orcid`, `ppub`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The identifier as spelled.
    pub text: String,
    /// What has no field of its own, in its place.
    #[serde(skip_serializing_if = "crate::model::is_default")]
    pub extra: Extra,
}

impl Identifier {
    /// An identifier of a kind.
    #[must_use]
    pub fn new(kind: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            kind: Some(kind.into()),
            text: text.into(),
            extra: Extra::default(),
        }
    }

    /// True when its owner has confirmed it. JATS attribute `authenticated`.
    #[must_use]
    pub fn is_authenticated(&self) -> bool {
        let says = |attr: &Attr| {
            attr.namespace.is_none() && attr.name == "authenticated" && attr.value == "true"
        };
        self.extra.attrs.iter().any(says)
    }

    /// The identifier without space around it; `None` when there is nothing.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        let plain = self.text.trim();
        if !plain.is_empty() {
            return Some(plain);
        }
        self.extra
            .nodes
            .iter()
            .find_map(|placed| match &placed.node {
                Foreign::Text(text) if !text.trim().is_empty() => Some(text.trim()),
                _ => None,
            })
    }
}

/// A digital object identifier, parsed from the spellings in use. It keeps its letters and is compared by them, though DOIs
/// that differ in the case of letters only name the same thing.
///
/// ```
/// use separatum::model::Doi;
/// let doi = Doi::parse("https://doi.org/10.5555/12345678").unwrap();
/// assert_eq!(doi.as_str(), "10.5555/12345678");
/// assert!(Doi::parse("doi pending").is_none());
/// assert_eq!("doi pending".parse::<Doi>().unwrap_err().to_string(), "not a DOI");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Doi(String);

impl Doi {
    /// The DOI in a spelling: bare, with `doi:`, or as an address.
    #[must_use]
    pub fn parse(spelling: &str) -> Option<Self> {
        let mut bare = spelling.trim();
        for prefix in [
            "https://",
            "http://",
            "dx.doi.org/",
            "www.doi.org/",
            "doi.org/",
            "doi:",
        ] {
            let head = bare.get(..prefix.len()).unwrap_or_default();
            if head.eq_ignore_ascii_case(prefix) {
                bare = bare.get(prefix.len()..).unwrap_or_default().trim_start();
            }
        }
        let (registrant, suffix) = bare.split_once('/')?;
        let digits = registrant.strip_prefix("10.")?;
        let is_registrant =
            !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
        let is_suffix =
            !suffix.is_empty() && !suffix.chars().any(|c| c.is_whitespace() || c.is_control());
        (is_registrant && is_suffix).then(|| Self(bare.to_owned()))
    }

    /// The bare DOI: `10.5555/12345678`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address that resolves it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("https://doi.org/{}", self.0)
    }
}

impl fmt::Display for Doi {
    /// Bare, as [`Doi::as_str`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// An ORCID iD with a right check digit.
///
/// ```
/// use separatum::model::Orcid;
/// let orcid = Orcid::parse("http://orcid.org/0000-0002-1694-233x").unwrap();
/// assert_eq!(orcid.url(), "https://orcid.org/0000-0002-1694-233X");
/// assert_eq!(Orcid::parse("0000000218250097").unwrap().as_str(), "0000-0002-1825-0097");
/// assert!(Orcid::parse("0000-0002-1825-0098").is_none());
/// assert!("https://example.org/0000-0002-1825-0097".parse::<Orcid>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Orcid(String);

impl Orcid {
    /// The iD in a spelling: bare or as an address at `orcid.org`, with hyphens or without. An iD of the registry's sandbox
    /// is that of nobody.
    #[must_use]
    pub fn parse(spelling: &str) -> Option<Self> {
        let bare = bare(spelling, &["orcid.org/", "www.orcid.org/"]);
        let digits: Vec<char> = bare.chars().filter(|c| *c != '-').collect();
        let (check, head) = digits.split_last()?;
        if digits.len() != 16 || !head.iter().all(char::is_ascii_digit) {
            return None;
        }
        // ISO 7064, MOD 11-2.
        let sum = head
            .iter()
            .filter_map(|c| c.to_digit(10))
            .fold(0, |sum, digit| (sum + digit) * 2 % 11);
        let expected = match (12 - sum) % 11 {
            10 => 'X',
            digit => char::from_digit(digit, 10)?,
        };
        let mut spelled = String::with_capacity(19);
        for (place, digit) in head.iter().chain([&expected]).enumerate() {
            if place > 0 && place % 4 == 0 {
                spelled.push('-');
            }
            spelled.push(*digit);
        }
        (check.to_ascii_uppercase() == expected).then_some(Self(spelled))
    }

    /// The bare iD, in the one spelling of the registry: `0000-0002-1825-0097`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("https://orcid.org/{}", self.0)
    }
}

impl fmt::Display for Orcid {
    /// Bare, as [`Orcid::as_str`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// The identifier of a research organisation in the registry ROR, with right check digits.
///
/// ```
/// use separatum::model::Ror;
/// assert_eq!(Ror::parse("https://ror.org/05dxps055").unwrap().as_str(), "05dxps055");
/// assert!(Ror::parse("https://ror.org/05dxps056").is_none());
/// assert_eq!(Ror::try_from("pending").unwrap_err().to_string(), "not an identifier of ROR");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ror(String);

impl Ror {
    /// The letters and digits in which it counts: those of Crockford's base 32.
    const DIGITS: &'static str = "0123456789abcdefghjkmnpqrstvwxyz";

    /// The identifier in a spelling: bare or as an address at `ror.org`.
    #[must_use]
    pub fn parse(spelling: &str) -> Option<Self> {
        let bare = bare(spelling, &["ror.org/", "www.ror.org/"]).to_ascii_lowercase();
        let (number, check) = bare.split_at_checked(7)?;
        if !number.starts_with('0') || check.len() != 2 {
            return None;
        }
        // ISO/IEC 7064, MOD 97-10.
        let value = number.chars().try_fold(0, |sum: usize, digit| {
            Some(sum * 32 + Self::DIGITS.find(digit)?)
        })?;
        let expected = 98 - value * 100 % 97;
        (check.parse() == Ok(expected)).then_some(Self(bare))
    }

    /// The bare identifier: `05dxps055`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("https://ror.org/{}", self.0)
    }
}

impl fmt::Display for Ror {
    /// Bare, as [`Ror::as_str`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A spelling without the address of a registry around it; another address stays as it is.
fn bare<'s>(spelling: &'s str, registry: &[&str]) -> &'s str {
    let spelling = spelling.trim();
    let without = |prefix: &str| {
        let head = spelling.get(..prefix.len())?;
        head.eq_ignore_ascii_case(prefix)
            .then(|| spelling.get(prefix.len()..))?
    };
    let address = without("https://").or_else(|| without("http://"));
    let rest = address.unwrap_or(spelling);
    let found = registry.iter().find_map(|host| {
        let head = rest.get(..host.len())?;
        head.eq_ignore_ascii_case(host)
            .then(|| rest.get(host.len()..))?
    });
    found.map_or(spelling, |id| id.trim_end_matches('/'))
}

/// A spelling that is no identifier of the kind asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("not {kind}")]
pub struct ParseIdError {
    kind: &'static str,
}

/// The conversions from a text that users of a parsed type expect, beside its `parse`.
macro_rules! parsed {
    ($($name:ident: $kind:literal;)*) => {$(
        impl FromStr for $name {
            type Err = ParseIdError;

            #[doc = concat!("As [`", stringify!($name), "::parse`], which says what is taken.")]
            fn from_str(spelling: &str) -> Result<Self, ParseIdError> {
                Self::parse(spelling).ok_or(ParseIdError { kind: $kind })
            }
        }

        impl TryFrom<&str> for $name {
            type Error = ParseIdError;

            fn try_from(spelling: &str) -> Result<Self, ParseIdError> {
                spelling.parse()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )*};
}

parsed! {
    Doi: "a DOI";
    Orcid: "an ORCID iD";
    Ror: "an identifier of ROR";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_stands_alone_or_at_its_own_registry() {
        let orcid = "0000-0002-1825-0097";
        for address in [
            "0000-0002-1825-0097",
            " https://orcid.org/0000-0002-1825-0097/ ",
            "HTTP://www.ORCID.org/0000000218250097",
            "orcid.org/0000-0002-1825-0097",
        ] {
            assert_eq!(
                address.parse::<Orcid>().unwrap().as_str(),
                orcid,
                "{address}"
            );
        }
        for address in [
            "https://example.org/0000-0002-1825-0097",
            "https://orcid.org.example.org/0000-0002-1825-0097",
            "https://sandbox.orcid.org/0000-0002-1825-0097",
            "https://orcid.org/x/0000-0002-1825-0097",
            "https://0000-0002-1825-0097",
            "x/0000-0002-1825-0097",
        ] {
            assert!(Orcid::try_from(address).is_err(), "{address}");
        }
        assert_eq!(
            Ror::try_from("https://ror.org/05dxps055").unwrap().as_ref(),
            "05dxps055"
        );
        assert!(Ror::try_from("https://example.org/05dxps055").is_err());
        assert!(Doi::try_from("https://example.org/10.5555/12345678").is_err());
    }
}
