import Testing

@testable import EnlaceModel

@Suite("DocumentRules")
struct DocumentRulesTests {
    @Test("an acknowledgement answers anything but an acknowledgement")
    func acknowledgement() throws {
        let rules = DocumentSchemas.rules(for: .acknowledgement)
        #expect(rules.mayAnswer(.lead) && rules.mayAnswer(.intelligenceReport))
        #expect(rules.mayAnswer(try DocumentType("RFI")))
        #expect(!rules.mayAnswer(.acknowledgement))
        #expect(rules.mustAnswer && rules.requiresReadingOfTarget && rules.oncePerAnswerer)
        #expect(rules.effectOnTarget == .acknowledged)
    }

    @Test("leads and reports start threads, may answer, and have no effect on their target")
    func leads() {
        for type in [DocumentType.lead, .intelligenceReport] {
            let rules = DocumentSchemas.rules(for: type)
            #expect(
                !rules.mustAnswer && rules.mayAnswer(.lead) && !rules.mayAnswer(.acknowledgement))
            #expect(rules.effectOnTarget == nil && !rules.requiresReadingOfTarget)
        }
    }

    @Test("a type can be limited to certain targets or to none")
    func limited() {
        let some = DocumentRules(answers: .types([.lead]))
        #expect(some.mayAnswer(.lead) && !some.mayAnswer(.intelligenceReport))
        #expect(!DocumentRules(answers: .nothing).mayAnswer(.lead))
    }
}
