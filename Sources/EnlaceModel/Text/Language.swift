/// A language of the product's texts.
package enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case spanish = "es"

    /// Decides from a locale name as in `LANG`: `es_MX.UTF-8`, `es-MX` and `es` are Spanish,
    /// everything else English.
    package init(locale: String) {
        let code = locale.prefix { $0.isLetter }.lowercased()
        self = code == "es" || code == "spa" ? .spanish : .english
    }

    /// Decides from the first locale name that is set and not empty, in the order of POSIX:
    /// `LC_ALL`, `LC_MESSAGES`, `LANG`.
    package init(locales: [String?]) {
        self.init(locale: locales.compactMap { $0 }.first { !$0.isEmpty } ?? "")
    }
}
