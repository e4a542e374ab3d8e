import EnlaceLog
import EnlaceModel
import Testing

@Suite struct NoteVerifierTests {
    private static let malformed = LogError(.noteMalformed, object: "")

    @Test("published keys are read and written alike")
    func published() throws {
        let texts = try NoteVectors.load().notes.flatMap(\.vkeys)
        for text in texts {
            let key = try NoteVerifier(vkey: text, hasher: hasher)
            #expect(key.kind == .ed25519)
            #expect(key.vkey == text)
        }
    }

    @Test("published bad keys are refused")
    func bad() throws {
        for text in try NoteVectors.load().bad_vkeys {
            #expect(throws: Self.malformed) { try NoteVerifier(vkey: text, hasher: hasher) }
        }
    }

    @Test(
        "a changed key ID, case, padding or name is refused",
        arguments: [
            "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2",
            "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903a", "",
            "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        ])
    func changed(_ text: String) {
        #expect(throws: Self.malformed) { try NoteVerifier(vkey: text, hasher: hasher) }
    }

    @Test("a key ID keeps its leading zeros")
    func leadingZeros() throws {
        let text = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
        let key = try NoteVerifier(vkey: text, hasher: hasher)
        #expect(key.keyID == 0x033d_e0ae)
        #expect(key.vkey == text)
    }

    @Test("a key of another length is refused")
    func length() {
        for count in [0, 31, 33] {
            #expect(throws: Self.malformed) {
                try NoteVerifier(
                    name: "n", publicKey: [UInt8](repeating: 1, count: count), hasher: hasher)
            }
        }
    }
}
