import Testing

@testable import EnlaceModel

@Suite("Language")
struct LanguageTests {
    @Test(
        "a locale name decides the language",
        arguments: [
            ("es_MX.UTF-8", .spanish), ("es", .spanish), ("es-MX", .spanish), ("ES_mx", .spanish),
            ("es@euro", .spanish), ("en_US.UTF-8", .english), ("C", .english), ("", .english),
            ("est_EE", .english), ("fr_FR", .english), ("POSIX", .english),
        ] as [(String, Language)])
    func locale(name: String, expected: Language) {
        #expect(Language(locale: name) == expected)
    }

    @Test("the first locale that is set decides")
    func order() {
        #expect(Language(locales: [nil, "", "es_MX.UTF-8"]) == .spanish)
        #expect(Language(locales: ["C", "es_MX.UTF-8"]) == .english)
        #expect(Language(locales: []) == .english)
    }
}
