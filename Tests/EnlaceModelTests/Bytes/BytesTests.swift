import Foundation
import Testing

@testable import EnlaceModel

@Suite("Base64")
struct Base64Tests {
    @Test(
        "the vectors of RFC 4648 section 10",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
        ])
    func vectors(text: String, encoded: String) throws {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
        #expect(try Base64.decode(encoded) == Array(text.utf8))
    }

    @Test("random bytes agree with Foundation", arguments: 0..<64)
    func random(count: Int) throws {
        var random = SeededRandom(seed: UInt64(count))
        let bytes = (0..<count).map { _ in random.byte() }
        #expect(Base64.encode(bytes) == Data(bytes).base64EncodedString())
        #expect(try Base64.decode(Base64.encode(bytes)) == bytes)
    }

    @Test(
        "what is not canonical is refused",
        arguments: [
            "Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Z===", "====", "Zm9v\n", " Zm9v", "Zm-_",
            "Zm9vZg==Zg==", "Zg==Zm9v", "Zm9ñ",
        ])
    func refused(text: String) {
        let error = #expect(throws: ModelError.self) { try Base64.decode(text) }
        #expect(error?.code == .base64Malformed)
    }
}

@Suite("Hex")
struct HexTests {
    @Test("both cases are read, lower case is written")
    func both() {
        #expect(Hex.encode([0, 0x1F, 0xAB]) == "001fab")
        #expect(Hex.decode("001FaB".utf8) == [0, 0x1F, 0xAB])
        #expect(Hex.decode("".utf8) == [])
    }

    @Test("odd lengths and other characters are refused", arguments: ["0", "0g", "0x", "00 ", "ñ"])
    func refused(text: String) {
        #expect(Hex.decode(text.utf8) == nil)
    }
}

@Suite("ByteReader and ByteWriter")
struct ByteReaderTests {
    @Test("what is written is read back, big-endian")
    func roundTrip() throws {
        var writer = ByteWriter()
        writer.integer(UInt8(1))
        writer.integer(UInt16(0x0203))
        writer.integer(UInt64(0x0405_0607_0809_0A0B))
        writer.string("abc")
        writer.fixed([9, 8])
        #expect(
            Hex.encode(writer.bytes)
                == "01020304050607080 90a0b00036162630908".replacing(" ", with: ""))
        var reader = ByteReader(writer.bytes)
        #expect(try reader.integer(UInt8.self) == 1)
        #expect(try reader.integer(UInt16.self) == 0x0203)
        #expect(try reader.integer(UInt64.self) == 0x0405_0607_0809_0A0B)
        #expect(try reader.string() == "abc")
        #expect(try Array(reader.fixed(2)) == [9, 8])
        try reader.end()
    }

    @Test("short, long and non-ASCII input is refused with its own code")
    func refused() {
        func code(_ bytes: [UInt8], _ body: (inout ByteReader) throws -> Void) -> ErrorCode? {
            var reader = ByteReader(bytes)
            return #expect(throws: ModelError.self) { try body(&reader) }?.code
        }
        #expect(code([1]) { _ = try $0.integer(UInt16.self) } == .bytesTruncated)
        #expect(code([0, 2, 0x61]) { _ = try $0.string() } == .bytesTruncated)
        #expect(code([1]) { _ = try $0.fixed(-1) } == .bytesTruncated)
        #expect(code([0, 1, 0xF1]) { _ = try $0.string() } == .bytesMalformed)
        #expect(code([0, 1, 0x0A]) { _ = try $0.string() } == .bytesMalformed)
        #expect(code([1]) { try $0.end() } == .bytesTrailing)
    }

    @Test("a slice is read from its own start")
    func slice() throws {
        var reader = ByteReader([1, 2, 3, 4][2...])
        #expect(reader.remaining == 2)
        #expect(try reader.integer(UInt16.self) == 0x0304)
    }
}
