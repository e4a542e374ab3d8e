import EnlaceLog
import EnlaceModel
import Testing

struct NoteVectors: Decodable {
    struct Note: Decodable {
        let vkeys: [String]
        let test_only_skey: String?
        let note: String
    }
    struct Record: Decodable {
        let in_ascii: String
        let out_b64: String
    }
    struct Stamp: Decodable {
        let sig_b64: String
        let time: UInt64
    }
    let notes: [Note]
    let bad_vkeys: [String]
    let record_hash: [Record]
    let checkpoint_bodies_accept: [String]
    let checkpoint_bodies_reject: [String]
    let cosignature_timestamp: [Stamp]
    let tlog_proof_reject: [String]

    static func load() throws -> NoteVectors {
        try Vectors.decode(NoteVectors.self, from: "signed-note")
    }
}

@Suite struct SignedNoteTests {
    private static let malformed = LogError(.noteMalformed, object: "")
    private static let badSignature = LogError(.logBadSignature, object: "")

    private func keys(_ note: NoteVectors.Note) throws -> [NoteVerifier] {
        try note.vkeys.map { try NoteVerifier(vkey: $0, hasher: hasher) }
    }

    @Test("published notes verify under their keys and encode to the same bytes")
    func published() throws {
        let vectors = try NoteVectors.load()
        #expect(vectors.notes.count == 4)
        for vector in vectors.notes {
            let note = try SignedNote(Array(vector.note.utf8))
            let verified = try note.verified(by: keys(vector), primitives: primitives)
            #expect(verified.count == vector.vkeys.count)
            #expect(note.encoded == Array(vector.note.utf8))
        }
    }

    @Test("a published note signed again gives the same bytes")
    func signing() throws {
        let vector = try #require(try NoteVectors.load().notes.first)
        let note = try SignedNote(Array(vector.note.utf8))
        let signer = try TestKey(skey: #require(vector.test_only_skey)).signer("PeterNeumann")
        #expect(signer.verifier.vkey == vector.vkeys.first)
        #expect(try signer.signed(text: note.text) == note)
    }

    @Test("each changed byte of a note is refused or no longer verifies")
    func everyByte() throws {
        let vector = try #require(try NoteVectors.load().notes.first)
        let known = try keys(vector)
        let bytes = Array(vector.note.utf8)
        for position in bytes.indices {
            for mask: UInt8 in [0x01, 0x20, 0x80] {
                var changed = bytes
                changed[position] ^= mask
                let verified = try? SignedNote(changed).verified(by: known, primitives: primitives)
                #expect(verified?.isEmpty ?? true, "byte \(position)")
            }
        }
    }

    @Test("a line of a known key that fails refuses the whole note, an unknown line does not")
    func knownAndUnknown() throws {
        let (peter, enoch) = try (TestKey().signer("peter"), TestKey().signer("enoch"))
        let text = "a text\nof two lines\n"
        let good = try peter.signed(text: text)
        let other = try enoch.signed(text: "another text\n").signatures[0]
        let both = try good.adding(other)
        #expect(try both.verified(by: [peter.verifier], primitives: primitives).count == 1)
        #expect(throws: Self.badSignature) {
            try both.verified(by: [peter.verifier, enoch.verifier], primitives: primitives)
        }
        #expect(try both.verified(by: [], primitives: primitives).isEmpty)
    }

    @Test("two lines of the same known key refuse the note, though both are right")
    func twoLines() throws {
        let signer = try TestKey().signer("peter")
        let note = try signer.signed(text: "a text\n")
        let twice = try SignedNote(text: note.text, signatures: note.signatures + note.signatures)
        #expect(throws: Self.badSignature) {
            try twice.verified(by: [signer.verifier], primitives: primitives)
        }
    }

    @Test("a name that only Unicode calls equal is another key")
    func unicodeNames() throws {
        let key = try TestKey()
        let (composed, decomposed) = try (key.signer("M\u{E9}xico"), key.signer("Me\u{301}xico"))
        #expect(composed.verifier != decomposed.verifier)
        let note = try composed.signed(text: "a text\n")
        #expect(try note.verified(by: [decomposed.verifier], primitives: primitives).isEmpty)
        #expect(try note.verified(by: [composed.verifier], primitives: primitives).count == 1)
    }

    @Test("the text ends at the last empty line")
    func lastEmptyLine() throws {
        let signer = try TestKey().signer("peter")
        let note = try signer.signed(text: "first\n\n\u{2014} peter AAAA\n\nlast\n")
        let read = try SignedNote(note.encoded)
        #expect(read == note)
        #expect(try read.verified(by: [signer.verifier], primitives: primitives).count == 1)
    }

    @Test(
        "what is not a note is refused",
        arguments: [
            "", "\n", "text\n", "text\n\n", "text\n\n\n", "text\n\n\u{2014} n AAAAAAA=",
            "text\n\n\u{2014} n AAAAAA==\n", "text\n\n\u{2014} n AAAAAAB=\n",
            "text\n\n\u{2014} n  AAAAAAA=\n", "text\n\n\u{2014}  AAAAAAA=\n",
            "text\n\n\u{2014} a+b AAAAAAA=\n", "text\n\n\u{2014} a\u{A0}b AAAAAAA=\n",
            "text\n\n- n AAAAAAA=\n", "text\n\n\u{2014} n AAAAAAA= x\n",
            "text\r\n\n\u{2014} n AAAAAAA=\n", "te\u{0}xt\n\n\u{2014} n AAAAAAA=\n",
            "text\n\n\u{2014} n AAAAAAA=\nno line\n", "text\n\u{2014} n AAAAAAA=\n",
        ])
    func refused(_ text: String) {
        #expect(throws: Self.malformed) { try SignedNote(Array(text.utf8)) }
    }

    @Test("bytes that are not UTF-8 are refused")
    func notUTF8() {
        for bytes: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF]] {
            let note = bytes + Array("\n\n\u{2014} n AAAAAAA=\n".utf8)
            #expect(throws: Self.malformed) { try SignedNote(note) }
        }
    }

    @Test("a hundred lines are read, one more is refused")
    func lineLimit() throws {
        let line = "\u{2014} n AAAAAAA=\n"
        let hundred = "text\n\n" + String(repeating: line, count: SignedNote.signaturesMax)
        #expect(try SignedNote(Array(hundred.utf8)).signatures.count == 100)
        #expect(throws: Self.malformed) { try SignedNote(Array((hundred + line).utf8)) }
    }

    @Test("a note above the size limit is refused")
    func sizeLimit() {
        let text = String(repeating: "x", count: SignedNote.bytesMax)
        #expect(throws: Self.malformed) {
            try SignedNote(Array("\(text)\n\n\u{2014} n AAAAAAA=\n".utf8))
        }
    }
}
