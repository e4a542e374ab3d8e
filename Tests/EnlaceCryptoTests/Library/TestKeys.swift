import CEnlaceOpenSSL
import Foundation
import Testing

@testable import EnlaceCrypto

enum TestKeys {
    /// Reads an unprotected PKCS#8 key.
    static func privateKey(pem: String) throws -> PrivateKey {
        let body = pem.split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined()
        let der = [UInt8](try #require(Data(base64Encoded: body)))
        let raw = der.withUnsafeBufferPointer { buffer in
            var position = buffer.baseAddress
            return d2i_AutoPrivateKey(nil, &position, buffer.count)
        }
        return try PrivateKey(taking: #require(raw), object: "test key")
    }
}
