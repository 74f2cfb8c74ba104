//! Languages, as spelled.

use serde::{Deserialize, Serialize};

/// A language as the article spells it; real articles hold `en`, `EN`, `eng` and worse.
///
/// ```
/// use separatum::model::Lang;
/// assert_eq!(Lang::from("kk-Cyrl").tag(), Some("kk-Cyrl"));
/// assert_eq!(Lang::from("en_US").tag(), None);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Lang(String);

impl Lang {
    /// The spelling.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The spelling when it is a well-formed BCP 47 tag.
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        oxilangtag::LanguageTag::parse(self.as_str())
            .is_ok()
            .then_some(self.as_str())
    }

    /// The primary language in lower case, when the tag is well formed: `kk` of `kk-Cyrl`.
    #[must_use]
    pub fn primary(&self) -> Option<String> {
        let tag = oxilangtag::LanguageTag::parse(self.as_str()).ok()?;
        Some(tag.primary_language().to_ascii_lowercase())
    }
}

impl From<String> for Lang {
    fn from(spelling: String) -> Self {
        Self(spelling)
    }
}

impl From<&str> for Lang {
    fn from(spelling: &str) -> Self {
        Self(spelling.to_owned())
    }
}

impl AsRef<str> for Lang {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}
