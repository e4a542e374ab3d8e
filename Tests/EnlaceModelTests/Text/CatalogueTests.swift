import Testing

@testable import EnlaceModel

@Suite("Catalogue")
struct CatalogueTests {
    @Test(
        "every error code has a cause and a next step in both languages",
        arguments: ErrorCode.allCases)
    func everyCodeHasTexts(code: ErrorCode) throws {
        let text = try #require(Catalogue.errors[code])
        for part in [text.cause, text.nextStep] { expectGoodClause(part) }
    }

    @Test("no error code stands in two sections")
    func noCodeTwice() {
        let counted = Catalogue.errorSections.flatMap(\.keys)
        #expect(counted.count == Set(counted).count)
    }

    @Test(
        "error texts read well without any context: names stand in brackets only",
        arguments: ErrorCode.allCases)
    func errorNamesAreOptional(code: ErrorCode) throws {
        let text = try #require(Catalogue.errors[code])
        for template in [text.cause, text.nextStep].flatMap({ [$0.english, $0.spanish] }) {
            #expect(Placeholders.names(in: template, includingOptional: false).isEmpty)
            #expect(!Placeholders.fill(template, [:]).contains { "{}[]".contains($0) })
        }
    }

    @Test(
        "every message has both languages and the same placeholders", arguments: MessageKey.allCases
    )
    func everyMessageHasTexts(key: MessageKey) throws {
        expectBothLanguages(try #require(Catalogue.messages[key]))
    }

    @Test("no message stands in two tables")
    func noMessageTwice() {
        let counted = Catalogue.messageTables.flatMap(\.keys)
        #expect(counted.count == Set(counted).count)
    }

    @Test("every label has both languages")
    func labels() {
        let labelled: [any Labelled] =
            DeliveryState.allCases + Urgency.allCases + Role.allCases + RunEnvironment.allCases
            + TrafficLight.allCases
        for value in labelled { expectBothLanguages(value.label) }
    }

    @Test("a cause is filled from the context of the error")
    func contextIsFilled() {
        let error = ModelError(.jsonMalformed, object: "draft.json", context: ["offset": "17"])
        #expect(error.cause(in: .english) == "this is not JSON at byte 17")
        #expect(error.cause(in: .spanish) == "esto no es JSON en el byte 17")
        #expect(error.nextStep(in: .spanish) == "corrija el texto en ese lugar")
    }

    private func expectGoodClause(_ text: BilingualText) {
        expectBothLanguages(text)
        for clause in [text.english, text.spanish] {
            #expect(!clause.hasSuffix("."), "\(clause)")
            #expect(clause.first.map { !$0.isUppercase } ?? false, "\(clause)")
        }
    }

    private func expectBothLanguages(_ text: BilingualText) {
        #expect(!text.english.isEmpty && !text.spanish.isEmpty)
        let english = Placeholders.names(in: text.english)
        #expect(english == Placeholders.names(in: text.spanish), "\(text.english)")
    }
}
