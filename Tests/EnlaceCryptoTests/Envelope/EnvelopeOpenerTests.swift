import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite("Envelope opener")
struct EnvelopeOpenerTests {
    let vectors = EnvelopeVectors.all

    @Test(
        "of the 25 vectors exactly the accepted one opens", arguments: EnvelopeVectors.all.vectors)
    func vector(_ vector: EnvelopeVectors.Vector) throws {
        let opener = try vectors.opener()
        if vector.isAccepted {
            #expect(try opener.open(vector.bytes) == vectors.plaintext)
        } else {
            let error = #expect(throws: CryptoError.self) { try opener.open(vector.bytes) }
            #expect(error?.description == "ENVELOPE_REFUSED envelope")
        }
    }

    @Test("there are 25 vectors, one of them accepted")
    func count() {
        #expect(vectors.vectors.count == 25)
        #expect(vectors.vectors.filter(\.isAccepted).count == 1)
    }

    @Test("agreement, derivation and unwrapping give the published values")
    func intermediates() throws {
        let key = try vectors.key()
        let point = try vectors.intermediate("ephemeral_point_hex")
        #expect(KeyAgreement.sharedInfo == (try vectors.intermediate("ecc_cms_sharedinfo_der_hex")))
        guard let peer = try KeyAgreement.readPoint(point) else {
            Issue.record("the published point is on the curve")
            return
        }
        let secret = try key.withPointer { own throws(CryptoError) in
            try KeyAgreement.agree(own: own, peer: peer.pointer)
        }
        #expect(secret.copy() == (try vectors.intermediate("ecdh_z_hex")))
        let wrapping = try KeyAgreement.deriveKey(from: secret)
        #expect(wrapping.copy() == (try vectors.intermediate("kek_hex")))
        let contentKey = SecretBytes(count: 32)
        let wrapped = try vectors.intermediate("wrapped_cek_hex")
        #expect(try KeyWrap.unwrap(wrapped[...], under: wrapping, into: contentKey))
        #expect(contentKey.copy() == (try vectors.intermediate("cek_hex")))
        #expect(try KeyWrap.wrap(contentKey, under: wrapping) == wrapped)
    }

    @Test("every changed byte of an accepted envelope is refused, in five ways each")
    func changedBytes() throws {
        let opener = try vectors.opener()
        for position in vectors.base.indices {
            for mask: UInt8 in [0x01, 0x80, 0x20, 0x55, 0xFF] {
                var changed = vectors.base
                changed[position] ^= mask
                let opened = try? opener.open(changed)
                #expect(opened == nil, "byte \(position) with \(mask)")
            }
        }
    }

    @Test("a point off the curve, at infinity's form or with a coordinate out of range is no key")
    func points() throws {
        let good = try vectors.intermediate("ephemeral_point_hex")
        var off = good
        off[64] ^= 1
        let outOfRange = [4] + [UInt8](repeating: 0xFF, count: 64)
        let zero = [4] + [UInt8](repeating: 0, count: 64)
        for point in [off, outOfRange, zero, [0x00]] {
            let isRead = try KeyAgreement.readPoint(point) != nil
            #expect(!isRead)
        }
    }

    @Test("a key that is not on P-256 is not taken")
    func otherCurve() throws {
        let key = try PrivateKey.generate(.p384)
        #expect(throws: CryptoError(.keyNotAllowed, object: "")) {
            try EnvelopeOpener(keys: [[UInt8](repeating: 0, count: 20): key])
        }
    }
}

extension SecretBytes {
    borrowing func copy() -> [UInt8] {
        withPointer { Array(UnsafeBufferPointer(start: $0, count: count)) }
    }
}
