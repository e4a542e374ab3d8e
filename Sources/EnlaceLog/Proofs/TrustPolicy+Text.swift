import EnlaceModel

extension TrustPolicy {
    /// Reads a policy file; refuses with `NOTE_MALFORMED`, naming the line.
    package init(_ bytes: [UInt8], hasher: TreeHasher) throws(LogError) {
        self.init()
        var reader = PolicyReader(hasher: hasher)
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            do {
                try reader.read(line, into: &self)
            } catch {
                throw LogError(
                    .noteMalformed, object: "policy line \(number + 1)", context: error.context)
            }
        }
        guard reader.hasQuorum, bytes.last == 0x0A else {
            throw LogError(.noteMalformed, object: "policy", context: ["cause": "quorum"])
        }
    }
}

/// Reads the lines of a policy one after the other.
private struct PolicyReader {
    private static let noneName = Array("none".utf8)

    let hasher: TreeHasher
    private(set) var hasQuorum = false
    private var members: Set<[UInt8]> = []
    private var keys: Set<[UInt8]> = []
    private var lineCount = 0

    init(hasher: TreeHasher) {
        self.hasher = hasher
    }

    mutating func read(
        _ line: ArraySlice<UInt8>, into policy: inout TrustPolicy
    ) throws(LogError) {
        guard line.allSatisfy({ $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F }) else {
            throw malformed("control character")
        }
        let items = line.split { $0 == 0x20 || $0 == 0x09 }.map(Array.init)
        guard let word = items.first, word.first != UInt8(ascii: "#") else { return }
        lineCount += 1
        guard lineCount <= TrustPolicy.linesMax else { throw malformed("too many lines") }
        let rest = Array(items.dropFirst())
        switch String(decoding: word, as: UTF8.self) {
        case "log": try readLog(rest, into: &policy)
        case "witness": try readWitness(rest, into: &policy)
        case "group": try readGroup(rest, into: &policy)
        case "quorum": try readQuorum(rest, into: &policy)
        default: throw malformed("unknown word")
        }
    }

    private mutating func readLog(
        _ items: [[UInt8]], into policy: inout TrustPolicy
    ) throws(LogError) {
        guard (1...2).contains(items.count) else { throw malformed("items") }
        policy.logs.append(try key(items[0], of: .ed25519))
    }

    private mutating func readWitness(
        _ items: [[UInt8]], into policy: inout TrustPolicy
    ) throws(LogError) {
        guard (2...3).contains(items.count), isFree(items[0], in: policy) else {
            throw malformed("name")
        }
        policy.witnesses[items[0]] = try key(items[1], of: .cosignature)
    }

    private mutating func readGroup(
        _ items: [[UInt8]], into policy: inout TrustPolicy
    ) throws(LogError) {
        guard items.count >= 3, isFree(items[0], in: policy) else { throw malformed("name") }
        let listed = Array(items.dropFirst(2))
        let threshold: UInt64? =
            switch String(decoding: items[1], as: UTF8.self) {
            case "any": 1
            case "all": UInt64(listed.count)
            default: DecimalNumber.parse(items[1])
            }
        guard let threshold, threshold >= 1, threshold <= UInt64(listed.count) else {
            throw malformed("threshold")
        }
        for member in listed {
            guard isDefined(member, in: policy), members.insert(member).inserted else {
                throw malformed("member")
            }
        }
        policy.groups[items[0]] = TrustPolicy.Group(threshold: Int(threshold), members: listed)
    }

    private mutating func readQuorum(
        _ items: [[UInt8]], into policy: inout TrustPolicy
    ) throws(LogError) {
        guard items.count == 1, !hasQuorum else { throw malformed("quorum") }
        hasQuorum = true
        guard items[0] != Self.noneName else { return }
        guard isDefined(items[0], in: policy) else { throw malformed("quorum") }
        policy.quorum = items[0]
    }

    private mutating func key(
        _ text: [UInt8], of kind: NoteVerifier.Kind
    ) throws(LogError) -> NoteVerifier {
        guard let vkey = String(validating: text, as: UTF8.self) else { throw malformed("key") }
        let key = try NoteVerifier(vkey: vkey, hasher: hasher)
        guard key.kind == kind, keys.insert(key.publicKey).inserted else { throw malformed("key") }
        return key
    }

    private func isFree(_ name: [UInt8], in policy: TrustPolicy) -> Bool {
        name != Self.noneName && !isDefined(name, in: policy)
    }

    private func isDefined(_ name: [UInt8], in policy: TrustPolicy) -> Bool {
        policy.witnesses[name] != nil || policy.groups[name] != nil
    }

    private func malformed(_ cause: String) -> LogError {
        LogError(.noteMalformed, object: "policy", context: ["cause": cause])
    }
}
