import Foundation
import Testing

@testable import EnlaceModel

@Suite("Sample documents")
struct SamplesTests {
    @Test("a sample passes, is completed, and reads back the same", arguments: Samples.names)
    func roundTrip(name: String) throws {
        #expect(DraftDocument.check(.object(try Samples.json(name))).isEmpty)
        let signable = try Samples.completed(name)
        for strictness in [UncheckedDocument.Strictness.author, .receiver] {
            let document = try UncheckedDocument(signable.bytes).check(strictness)
            #expect(document.header == signable.header)
            #expect(document.bytes == signable.bytes)
        }
    }

    @Test("every byte of a sample's body survives", arguments: Samples.names)
    func nothingIsLost(name: String) throws {
        let draft = try Samples.json(name)
        let document = try UncheckedDocument(Samples.completed(name).bytes).check(.receiver)
        let header = document.json["header"]?.objectValue
        for member in draft.members where member.name != "humanRef" && member.name != "type" {
            #expect(
                (document.body[member.name] ?? header?[member.name]) == member.value,
                "\(member.name)")
        }
    }

    @Test("the samples published with the product are these", arguments: Samples.names)
    func published(name: String) throws {
        let file = Samples.root.appending(path: "Config/samples/\(name).json")
        #expect(try Array(Data(contentsOf: file)) == Samples.bytes(name))
    }

    @Test("a type that is not known yet is refused as such", arguments: Samples.namesOfUnknownTypes)
    func unknownTypes(name: String) throws {
        let findings = DraftDocument.check(.object(try Samples.json(name)))
        #expect(findings.map(\.code) == [.typeUnknown])
        #expect(findings.first?.pointer == "/type")
    }
}
