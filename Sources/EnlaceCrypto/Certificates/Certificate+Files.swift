import CEnlaceOpenSSL
import EnlaceFiles
import EnlaceModel

extension Certificate {
    /// The largest certificate file read.
    package static let fileBytesMax = 1 << 20
    /// The most certificates read from one file.
    package static let fileCountMax = 64

    /// Reads a file with exactly one certificate in PEM (RFC 7468 section 5) or DER.
    package static func load(file: String) throws(CryptoError) -> Certificate {
        let all = try loadAll(file: file)
        guard all.count == 1, let first = all.first else {
            throw CryptoError(
                .certificateMalformed, object: file,
                context: ["reason": "\(all.count) certificates"]
            )
        }
        return first
    }

    /// Reads all certificates of a file, at least one, in their order: as a chain, the leaf first.
    package static func loadAll(file: String) throws(CryptoError) -> [Certificate] {
        let bytes: [UInt8]
        do {
            bytes = try FileSystem.read(file, bytesMax: fileBytesMax)
        } catch {
            throw CryptoError(error)
        }
        return try decodeAll(bytes, object: file)
    }

    /// Reads all certificates of a PEM text, or the one of DER bytes.
    package static func decodeAll(
        _ bytes: [UInt8], object: String
    ) throws(CryptoError) -> [Certificate] {
        if bytes.first == 0x30 { return [try Certificate(derBytes: bytes, object: object)] }
        let blocks = try PEMBlock.decodeAll(
            bytes, label: "CERTIFICATE", countMax: fileCountMax, refusal: .certificateMalformed,
            object: object)
        var certificates: [Certificate] = []
        for block in blocks {
            certificates.append(try Certificate(derBytes: block, object: object))
        }
        return certificates
    }

    /// The certificate in PEM, with a line end.
    package var pem: String { PEMBlock.encode(derBytes, label: "CERTIFICATE") }
}
