import EnlaceFiles
import EnlaceModel
import Yams

/// One mapping of the configuration file: takes keys by name and notes everything that is wrong
/// instead of stopping at the first.
///
/// A value that is wrong is replaced by a stand-in, so that reading can go on; the result counts only
/// when there are no findings.
final class ConfigurationReader {
    private let mapping: Node.Mapping?
    private let path: [String]
    private let findings: Findings
    private var taken: Set<String> = []

    /// The findings of a whole file, in the order in which they were met.
    final class Findings {
        private(set) var all: [ErrorDetail] = []

        func add(_ path: [String], _ code: ErrorCode, line: Int?, _ expectation: String) {
            let place = line.map { "line \($0): " } ?? ""
            all.append(
                ErrorDetail(
                    pointer: "/" + path.joined(separator: "/"), code: code,
                    expectation: VisibleText.make(place + expectation)))
        }
    }

    init(_ node: Node?, path: [String] = [], findings: Findings) {
        self.path = path
        self.findings = findings
        mapping = node?.mapping
        if let node, mapping == nil, !Self.isNull(node) {
            findings.add(
                path, .configurationInvalid, line: node.mark?.line, "expected keys with values")
        }
    }

    /// A mapping below this one; absent ones give defaults.
    func section(_ key: String) -> ConfigurationReader {
        ConfigurationReader(take(key), path: path + [key], findings: findings)
    }

    /// The mappings of a list; an absent one is empty.
    func sections(_ key: String) -> [ConfigurationReader] {
        guard let node = take(key) else { return [] }
        guard let items = node.sequence else {
            findings.add(
                path + [key], .configurationInvalid, line: node.mark?.line, "expected a list")
            return []
        }
        return items.enumerated().map { index, item in
            ConfigurationReader(item, path: path + [key, "\(index)"], findings: findings)
        }
    }

    func has(_ key: String) -> Bool { mapping?[key] != nil }

    func value<Value>(
        _ key: String, default standard: Value, isRequired: Bool = false, expected: String,
        _ make: (String) -> Value?
    ) -> Value {
        guard let node = take(key) else {
            if isRequired {
                findings.add(
                    path + [key], .fieldMissing, line: mapping?.mark?.line, "expected \(expected)")
            }
            return standard
        }
        guard let text = node.scalar?.string, let value = make(text) else {
            findings.add(
                path + [key], .configurationInvalid, line: node.mark?.line,
                "expected \(expected)")
            return standard
        }
        return value
    }

    /// A list of texts; a single text counts as a list of one.
    func list<Value>(
        _ key: String, default standard: [Value], isRequired: Bool = false, expected: String,
        _ make: (String) -> Value?
    ) -> [Value] {
        guard let node = take(key) else {
            if isRequired {
                findings.add(
                    path + [key], .fieldMissing, line: mapping?.mark?.line,
                    "expected a list of \(expected)")
            }
            return standard
        }
        let items = node.sequence.map { Array($0) } ?? [node]
        let values = items.compactMap { item -> Value? in
            if let text = item.scalar?.string, let value = make(text) { return value }
            findings.add(
                path + [key], .configurationInvalid, line: item.mark?.line, "expected \(expected)")
            return nil
        }
        if isRequired, items.isEmpty {
            findings.add(
                path + [key], .configurationInvalid, line: node.mark?.line,
                "expected at least one \(expected)")
        }
        return values
    }

    /// Notes every key that nobody asked for, with the keys there are.
    func end() {
        guard let mapping else { return }
        for (key, _) in mapping {
            let name = key.scalar?.string ?? "?"
            if taken.contains(name) { continue }
            findings.add(
                path + [VisibleText.make(name)], .configurationKeyUnknown, line: key.mark?.line,
                "expected one of: \(taken.sorted().joined(separator: ", "))")
        }
    }

    private func take(_ key: String) -> Node? {
        taken.insert(key)
        guard let node = mapping?[key], !Self.isNull(node) else { return nil }
        return node
    }

    private static func isNull(_ node: Node) -> Bool {
        node.scalar.map { ["", "~", "null"].contains($0.string) && $0.style == .plain } ?? false
    }
}
