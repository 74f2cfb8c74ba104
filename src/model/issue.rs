//! Volumes, issues and versions, where a plain text is not enough.

use super::headline::TranslatedTitle;
use super::id::Identifier;
use super::node::node;
use super::text::Written;

node! {
    /// The version of an article under several schemes.
    pub struct VersionAlternatives {
        head {
            /// The version, once a scheme.
            versions: Vec<Written> = "article-version",
        }
    }
}

node! {
    /// The title of an issue with its subtitles and translations.
    pub struct IssueTitles {
        head {
            /// The title.
            titles: Vec<Written> = "issue-title",
            /// Its subtitles.
            subtitles: Vec<Written> = "issue-subtitle",
            /// The same in other languages.
            translations: Vec<TranslatedTitle> = "trans-title-group",
        }
    }
}

node! {
    /// A volume and an issue that belong together, of an article published in several.
    pub struct VolumeIssue {
        head {
            /// The volume.
            volumes: Vec<Written> = "volume",
            /// Its identifiers.
            volume_ids: Vec<Identifier> = "volume-id",
            /// Its series.
            volume_series: Vec<Written> = "volume-series",
            /// The issue.
            issues: Vec<Written> = "issue",
            /// Its identifiers.
            issue_ids: Vec<Identifier> = "issue-id",
            /// Its titles.
            issue_titles: Vec<Written> = "issue-title",
            /// Its titles with their subtitles.
            issue_title_groups: Vec<IssueTitles> = "issue-title-group",
            /// Who paid for it.
            issue_sponsors: Vec<Written> = "issue-sponsor",
            /// The part of it.
            issue_parts: Vec<Written> = "issue-part",
        }
    }
}
