import EnlaceModel
import Foundation
import Testing

@testable import EnlaceCrypto

/// `Vectors/cms-authenveloped-strict.json`.
struct EnvelopeVectors: Decodable {
    struct Vector: Decodable, CustomTestStringConvertible, Sendable {
        let name: String
        let strict_profile: String
        let der_b64: String

        var testDescription: String { name }
        var isAccepted: Bool { strict_profile == "accept" }
        var bytes: [UInt8] { [UInt8](Data(base64Encoded: der_b64) ?? Data()) }
    }

    let recipient_key_pem: String
    let plaintext_hex: String
    let base_intermediates: [String: String]
    let vectors: [Vector]

    static let all: EnvelopeVectors = {
        guard
            let url = Bundle.module.url(
                forResource: "Vectors/cms-authenveloped-strict", withExtension: "json"),
            let vectors = try? JSONDecoder().decode(Self.self, from: Data(contentsOf: url))
        else { preconditionFailure("the vectors are part of the test bundle") }
        return vectors
    }()

    var plaintext: [UInt8] { Hex.decode(plaintext_hex.utf8) ?? [] }
    var base: [UInt8] { vectors.first { $0.isAccepted }?.bytes ?? [] }

    func intermediate(_ name: String) throws -> [UInt8] {
        let text = try #require(base_intermediates[name])
        return try #require(Hex.decode(text.utf8))
    }

    /// The recipient's throw-away key.
    func key() throws -> PrivateKey { try TestKeys.privateKey(pem: recipient_key_pem) }

    /// An opener that holds the recipient's key under the identifier of the accepted vector.
    func opener() throws -> EnvelopeOpener {
        let shape = try EnvelopeShape.parse(base).shape
        return try EnvelopeOpener(keys: [shape.keyIdentifier: key()])
    }
}
