import EnlaceCrypto
import EnlaceLog
import EnlaceModel
import Foundation
import Testing

/// Reads the published vectors that lie beside the tests.
enum Vectors {
    static func decode<Value: Decodable>(_ type: Value.Type, from name: String) throws -> Value {
        let url = try #require(
            Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Vectors"))
        return try JSONDecoder().decode(type, from: Data(contentsOf: url))
    }
}

let hasher = TreeHasher(sha256: { SHA256.digest($0) })

func digest(base64 text: String) throws -> SHA256Digest {
    try SHA256Digest(bytes: Base64.decode(text))
}
