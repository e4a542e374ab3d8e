import CEnlaceOpenSSL
import EnlaceModel

/// Textual encoding of DER (RFC 7468): base64 in lines of 64 between labelled boundaries.
///
/// Text between the blocks is passed over, as files made by other programs explain their content
/// there; text inside a block is not.
enum PEMBlock {
    private static let lineCharacters = 64

    static func encode(_ bytes: [UInt8], label: String) -> String {
        var lines = ["-----BEGIN \(label)-----"]
        var rest = Substring(Base64.encode(bytes))
        while !rest.isEmpty {
            lines.append(String(rest.prefix(lineCharacters)))
            rest = rest.dropFirst(lineCharacters)
        }
        lines.append("-----END \(label)-----\n")
        return lines.joined(separator: "\n")
    }

    /// The contents of all blocks of this label, at least one; a block of another label is refused,
    /// so that a key put in the place of a certificate is noticed.
    static func decodeAll(
        _ text: [UInt8], label: String, countMax: Int, refusal: ErrorCode, object: String
    ) throws(CryptoError) -> [[UInt8]] {
        ERR_clear_error()
        let error = CryptoError(refusal, object: object, context: ["expected": "PEM \(label)"])
        var blocks: [[UInt8]] = []
        var open: [Substring]?
        let lines = String(decoding: text, as: UTF8.self).split { $0.isNewline }
        for line in lines.map({ trimmed($0) }) {
            if line.hasPrefix("-----BEGIN ") {
                guard open == nil, line == "-----BEGIN \(label)-----" else { throw error }
                open = []
            } else if line.hasPrefix("-----END ") {
                guard let content = open, line == "-----END \(label)-----",
                    let bytes = try? Base64.decode(content.joined())
                else { throw error }
                blocks.append(bytes)
                open = nil
            } else {
                open?.append(line)
            }
        }
        guard open == nil, (1...countMax).contains(blocks.count) else { throw error }
        return blocks
    }

    private static func trimmed(_ line: Substring) -> Substring {
        var line = line
        while line.last == " " || line.last == "\t" { line.removeLast() }
        return line
    }
}
