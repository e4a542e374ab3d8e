package import EnlaceModel

/// A proof file (C2SP tlog-proof v1): that an entry stands in a log, checkable offline.
///
/// `c2sp.org/tlog-proof@v1`, optionally `extra <base64>`, `index <decimal>`, one base64 hash per
/// line from the leaf's side, an empty line, the signed checkpoint verbatim.
package struct TLogProof: Sendable, Equatable {
    private static let header = "c2sp.org/tlog-proof@v1"
    /// The most bytes of a proof file: a note and 63 hashes with room for `extra`.
    package static let bytesMax = 2 * SignedNote.bytesMax

    /// Not authenticated by anything; never to be trusted.
    package let extra: [UInt8]?
    package let index: UInt64
    package let hashes: [SHA256Digest]
    /// The signed checkpoint, not verified.
    package let checkpoint: SignedNote

    package init(
        index: UInt64, hashes: [SHA256Digest], checkpoint: SignedNote, extra: [UInt8]? = nil
    ) {
        self.extra = extra
        self.index = index
        self.hashes = hashes
        self.checkpoint = checkpoint
    }

    package init(_ bytes: [UInt8]) throws(LogError) {
        guard bytes.count <= Self.bytesMax, let split = Self.firstEmptyLine(of: bytes) else {
            throw LogError(.proofInvalid, object: "proof file")
        }
        var lines = bytes[..<split].split(separator: 0x0A, omittingEmptySubsequences: false)[...]
        guard lines.popFirst().map({ $0.elementsEqual(Self.header.utf8) }) == true else {
            throw LogError(.proofInvalid, object: "proof file", context: ["line": "header"])
        }
        extra = try Self.extra(from: &lines)
        guard let number = lines.popFirst().flatMap({ Self.value(of: "index ", in: $0) }),
            let index = DecimalNumber.parse(number), lines.count <= InclusionProof.hashesMax
        else { throw LogError(.proofInvalid, object: "proof file", context: ["line": "index"]) }
        self.index = index
        var hashes: [SHA256Digest] = []
        for line in lines { hashes.append(try Self.hash(line)) }
        self.hashes = hashes
        checkpoint = try SignedNote(Array(bytes[(split + 2)...]))
    }

    package var encoded: [UInt8] {
        var text = Self.header + "\n"
        if let extra { text += "extra \(Base64.encode(extra))\n" }
        text += "index \(index)\n"
        for hash in hashes { text += Base64.encode(hash.bytes) + "\n" }
        return Array((text + "\n").utf8) + checkpoint.encoded
    }

    /// Checks the checkpoint against the policy and the path against its root.
    ///
    /// `leaf` must be computed by the caller from the entry that the proof is claimed to be about.
    package func verify(
        leaf: SHA256Digest, policy: TrustPolicy, primitives: LogPrimitives
    ) throws(LogError) -> CosignedCheckpoint {
        let checkpoint = try policy.open(checkpoint, primitives: primitives)
        try InclusionProof(index: index, size: checkpoint.head.size, hashes: hashes)
            .verify(leaf: leaf, root: checkpoint.head.root, hasher: primitives.hasher)
        return checkpoint
    }

    private static func extra(
        from lines: inout ArraySlice<ArraySlice<UInt8>>
    ) throws(LogError) -> [UInt8]? {
        guard let text = lines.first.flatMap({ value(of: "extra ", in: $0) }) else { return nil }
        lines.removeFirst()
        guard let extra = try? Base64.decode(String(decoding: text, as: UTF8.self)) else {
            throw LogError(.proofInvalid, object: "proof file", context: ["line": "extra"])
        }
        return extra
    }

    private static func hash(_ line: ArraySlice<UInt8>) throws(LogError) -> SHA256Digest {
        guard let bytes = try? Base64.decode(String(decoding: line, as: UTF8.self)),
            let digest = try? SHA256Digest(bytes: bytes)
        else { throw LogError(.proofInvalid, object: "proof file", context: ["line": "hash"]) }
        return digest
    }

    private static func value(
        of key: String, in line: ArraySlice<UInt8>
    ) -> ArraySlice<UInt8>? {
        line.starts(with: key.utf8) ? line.dropFirst(key.utf8.count) : nil
    }

    private static func firstEmptyLine(of bytes: [UInt8]) -> Int? {
        bytes.indices.dropLast().first { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }
    }
}
