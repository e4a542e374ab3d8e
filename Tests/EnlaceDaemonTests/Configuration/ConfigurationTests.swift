import EnlaceCrypto
import EnlaceFiles
import EnlaceModel
import Testing

@testable import EnlaceDaemon

@Suite("Configuration")
struct ConfigurationTests {
    private static let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

    private static let complete = """
        node: US-DHS-HSI-NYC
        environment: TRAINING
        contact: duty officer
        data: data
        authorities:
          nodes: [authority.crt]
          officers: [authority.crt]
          revocationLists: [authority.crl]
        """

    @Test(
        "the example files load, and each key in them is explained by a comment above it",
        arguments: ["us-dhs-hsi-nyc", "mx-fgr-fevimtra"])
    func examples(_ name: String) throws {
        let file = "/\(Self.root)/Config/\(name).yaml"
        let configuration = try Configuration.load(file: file)
        #expect(configuration.node.text.lowercased() == name)
        #expect(configuration.environment == .training)
        #expect(configuration.listen.client == NetworkAddress(host: "127.0.0.1", port: 7444))
        let bytes = try FileSystem.read(file, bytesMax: Configuration.bytesMax)
        let lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map { $0.filter { $0 != " " } }
        for (above, line) in zip(lines, lines.dropFirst())
        where line.hasSuffix(":") && !["key:", "openssl:", "limits:"].contains(line) {
            #expect(above.hasPrefix("#"), "\(line) has no comment")
        }
    }

    @Test("what the file leaves out has loopback and the data folder as default")
    func defaults() throws {
        let configuration = try Configuration.parse(Self.complete, file: "/etc/enlace/node.yaml")
        #expect(configuration.listen.node == NetworkAddress(host: "127.0.0.1", port: 7443))
        #expect(configuration.listen.client == NetworkAddress(host: "127.0.0.1", port: 7444))
        #expect(configuration.data.path == "/etc/enlace/data")
        #expect(configuration.keys.tls.key == "/etc/enlace/data/keys/tls.key")
        #expect(configuration.authorities.nodes == ["/etc/enlace/authority.crt"])
        #expect(configuration.cryptography.floor == .standard)
        #expect(!configuration.cryptography.isFIPSRequired)
        #expect(configuration.addresses == [configuration.listen.node])
    }

    @Test("an unknown key is named with its line and the keys there are")
    func unknownKey() throws {
        let error = #expect(throws: DaemonError.self) {
            try Configuration.parse(Self.complete + "\nlisen: 1\n", file: "node.yaml")
        }
        let found = try #require(error)
        #expect(found.code == .configurationKeyUnknown)
        #expect(found.details.map(\.pointer) == ["/lisen"])
        #expect(found.details[0].expectation.hasPrefix("line 9: expected one of: addresses, "))
    }

    @Test(
        "a wrong value is named with its key and what was expected",
        arguments: [
            ("node: us", "/node", "CC-ORG"),
            ("environment: REAL", "/environment", "LIVE, EXERCISE or TRAINING"),
            ("contact: \"a\\u202Eb\"", "/contact", "one line of text"),
            ("listen: {node: localhost}", "/listen/node", "host:port"),
            ("listen: {node: 'a:99999'}", "/listen/node", "host:port"),
            ("listen: 7443", "/listen", "keys with values"),
            ("listen: {port: 1}", "/listen/port", "client, node"),
            ("addresses: [a]", "/addresses", "host:port"),
            ("openssl: {floor: [3.0]}", "/openssl/floor", "3.0.19"),
            ("openssl: {fips: maybe}", "/openssl/fips", "off or required"),
            ("limits: {documentBytes: 1}", "/limits/documentBytes", "65536 to 16777216"),
            ("limits: {clientConnections: many}", "/limits/clientConnections", "whole number"),
            ("keys: {tls: {key: [a, b]}}", "/keys/tls/key", "a file"),
            ("keys: {retired: [{key: a}]}", "/keys/retired/0/certificate", "a file"),
            ("keys: {retired: a}", "/keys/retired", "a list"),
            ("authorities: {nodes: []}", "/authorities/nodes", "at least one"),
        ])
    func wrongValue(_ line: String, _ pointer: String, _ expectation: String) throws {
        let key = line.prefix { $0 != ":" }
        var kept: [Substring] = []
        var isSkipping = false
        for other in Self.complete.split(separator: "\n") {
            if !other.hasPrefix(" ") { isSkipping = other.hasPrefix("\(key):") }
            if !isSkipping { kept.append(other) }
        }
        let text = kept.joined(separator: "\n") + "\n" + line + "\n"
        let error = #expect(throws: DaemonError.self) {
            try Configuration.parse(text, file: "node.yaml")
        }
        let details = try #require(error).details.filter { $0.pointer == pointer }
        #expect(details.contains { $0.expectation.contains(expectation) }, "\(details)")
    }

    @Test("everything that is wrong comes in one error")
    func allFindings() throws {
        let error = #expect(throws: DaemonError.self) {
            try Configuration.parse("node: 1\nenvironment: 2\nother: 3\n", file: "node.yaml")
        }
        let details = try #require(error).details
        #expect(
            Set(details.map(\.pointer)) == [
                "/node", "/environment", "/other", "/contact", "/data", "/authorities/nodes",
                "/authorities/officers", "/authorities/revocationLists",
            ])
        #expect(try #require(error).code == .configurationInvalid)
    }

    @Test(
        "text that is no YAML, or holds a key twice, is refused with its cause",
        arguments: ["node: [", "node: A\nnode: B\n", "- a\n- b\n", ""])
    func noYAML(_ text: String) {
        #expect(throws: DaemonError(.configurationInvalid, object: "")) {
            try Configuration.parse(text, file: "node.yaml")
        }
    }
}
