import EnlaceCrypto
import EnlaceFiles
import EnlaceModel
import Yams

extension Configuration {
    /// Reads a configuration file completely; all that is wrong with it comes in one error, each
    /// finding with its key, its line and what was expected.
    package static func load(file: String) throws -> Configuration {
        let bytes = try FileSystem.read(file, bytesMax: bytesMax)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw DaemonError(
                .configurationInvalid, object: file, context: ["reason": "not UTF-8"])
        }
        return try parse(text, file: file)
    }

    /// As `load`, for text at hand; `file` names it and anchors relative paths.
    package static func parse(_ text: String, file: String) throws(DaemonError) -> Configuration {
        let root = try compose(text, file: file)
        let findings = ConfigurationReader.Findings()
        let reader = ConfigurationReader(root, findings: findings)
        let folder = FileSystem.parent(of: file)
        let configuration = read(reader, folder: folder)
        guard findings.all.isEmpty, let configuration else {
            // One kind of finding tells itself best by its own code.
            let isOnlyUnknown = findings.all.allSatisfy { $0.code == .configurationKeyUnknown }
            throw DaemonError(
                isOnlyUnknown ? .configurationKeyUnknown : .configurationInvalid, object: file,
                context: isOnlyUnknown
                    ? ["key": findings.all.map(\.pointer).joined(separator: ", ")] : [:],
                details: findings.all)
        }
        return configuration
    }

    private static func compose(_ text: String, file: String) throws(DaemonError) -> Node? {
        do {
            return try Yams.compose(yaml: text)
        } catch {
            throw DaemonError(
                .configurationInvalid, object: file,
                context: ["reason": VisibleText.make("\(error)")])
        }
    }

    private static func read(_ reader: ConfigurationReader, folder: String) -> Configuration? {
        let node = reader.value(
            "node", default: nil, isRequired: true, expected: "a node's name: CC-ORG[-UNIT][-SITE]",
            { try? NodeID($0) })
        let environment = reader.value(
            "environment", default: .training, isRequired: true,
            expected: "LIVE, EXERCISE or TRAINING", RunEnvironment.init(rawValue:))
        let contact = reader.value(
            "contact", default: "", isRequired: true, expected: "one line of text", Self.line)
        let path = { (text: String) in text.isEmpty ? nil : resolve(text, folder) }
        let data = DataFolder(
            reader.value("data", default: "", isRequired: true, expected: "a folder", path))
        let listen = listen(reader.section("listen"))
        let addresses = reader.list(
            "addresses", default: [listen.node], expected: "host:port",
            { try? NetworkAddress($0) })
        let keys = keys(reader.section("keys"), data: data, path: path)
        let authorities = authorities(reader.section("authorities"), path: path)
        let cryptography = cryptography(reader.section("openssl"))
        let limits = limits(reader.section("limits"))
        reader.end()
        guard let node else { return nil }
        return Configuration(
            node: node, environment: environment, contact: contact, data: data, listen: listen,
            addresses: addresses, keys: keys, authorities: authorities,
            cryptography: cryptography, limits: limits)
    }

    private static func listen(_ reader: ConfigurationReader) -> Listen {
        defer { reader.end() }
        let address = { (text: String) in try? NetworkAddress(text) }
        return Listen(
            node: reader.value(
                "node", default: Standard.nodeAddress, expected: "host:port", address),
            client: reader.value(
                "client", default: Standard.clientAddress, expected: "host:port", address))
    }

    private static func keys(
        _ reader: ConfigurationReader, data: DataFolder, path: (String) -> String?
    ) -> Keys {
        defer { reader.end() }
        func pair(_ name: String) -> KeyPair {
            let reader = reader.section(name)
            defer { reader.end() }
            return KeyPair(
                key: reader.value("key", default: data.key(name), expected: "a file", path),
                certificate: reader.value(
                    "certificate", default: data.certificate(name), expected: "a file", path))
        }
        let retired = reader.sections("retired").map { reader in
            defer { reader.end() }
            return KeyPair(
                key: reader.value("key", default: "", isRequired: true, expected: "a file", path),
                certificate: reader.value(
                    "certificate", default: "", isRequired: true, expected: "a file", path))
        }
        return Keys(
            tls: pair("tls"), encryption: pair("encryption"), statement: pair("statement"),
            retired: retired)
    }

    private static func authorities(
        _ reader: ConfigurationReader, path: (String) -> String?
    ) -> Authorities {
        defer { reader.end() }
        return Authorities(
            nodes: reader.list(
                "nodes", default: [], isRequired: true, expected: "certificate file", path),
            officers: reader.list(
                "officers", default: [], isRequired: true, expected: "certificate file", path),
            revocationLists: reader.list(
                "revocationLists", default: [], isRequired: true, expected: "revocation list file",
                path))
    }

    private static func cryptography(_ reader: ConfigurationReader) -> Cryptography {
        defer { reader.end() }
        let floor = reader.list(
            "floor", default: [], expected: "a version such as 3.0.19", LibraryVersion.init(_:))
        let fips = reader.value("fips", default: false, expected: "off or required") { text in
            ["off": false, "required": true][text]
        }
        return Cryptography(
            floor: reader.has("floor") ? LibraryFloor(floor) : .standard, isFIPSRequired: fips)
    }

    private static func limits(_ reader: ConfigurationReader) -> Limits {
        defer { reader.end() }
        func number(_ key: String, _ standard: Int, _ range: ClosedRange<Int>) -> Int {
            reader.value(
                key, default: standard,
                expected: "a whole number from \(range.lowerBound) to \(range.upperBound)"
            ) { text in Int(text).flatMap { range.contains($0) ? $0 : nil } }
        }
        return Limits(
            documentBytesMax: number(
                "documentBytes", Standard.documentBytes, Standard.documentBytesRange),
            nodeConnectionsMax: number(
                "nodeConnections", Standard.nodeConnections, Standard.connectionsRange),
            clientConnectionsMax: number(
                "clientConnections", Standard.clientConnections, Standard.connectionsRange))
    }

    private static func line(_ text: String) -> String? {
        let isLine =
            !text.isEmpty && text.utf8.count <= EnlaceModel.Limits.lineBytesMax
            && VisibleText.make(text) == text
        return isLine ? text : nil
    }

    private static func resolve(_ path: String, _ folder: String) -> String {
        path.hasPrefix("/") ? path : FileSystem.join(folder, path)
    }
}

/// What holds when the file says nothing.
private enum Standard {
    static let nodeAddress = NetworkAddress(host: "127.0.0.1", port: 7443)
    static let clientAddress = NetworkAddress(host: "127.0.0.1", port: 7444)
    static let documentBytes = EnlaceModel.Limits.documentBytesMax
    static let documentBytesRange = 65_536...16_777_216
    static let nodeConnections = 64
    static let clientConnections = 256
    static let connectionsRange = 1...10_000
}
