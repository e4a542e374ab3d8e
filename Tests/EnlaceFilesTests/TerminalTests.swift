import Glibc
import Testing

@testable import EnlaceFiles

@Suite struct TerminalTests {
    @Test("passphrases come line by line from a descriptor, the last without a line end")
    func passphrases() throws {
        var ends: [CInt] = [0, 0]
        #expect(pipe(&ends) == 0)
        let text = Array("contraseña uno\n\nthree".utf8)
        #expect(write(ends[1], text, text.count) == text.count)
        close(ends[1])
        defer { close(ends[0]) }
        let lines = try (0..<4).map { _ in
            try Terminal.readPassphrase(from: ends[0]).withBytes {
                String(decoding: $0, as: UTF8.self)
            }
        }
        #expect(lines == ["contraseña uno", "", "three", ""])
    }

    @Test("a passphrase above the limit and a closed descriptor are refused")
    func limits() throws {
        try withTemporaryFolder { folder in
            let path = FileSystem.join(folder, "long")
            let long = [UInt8](repeating: 0x61, count: Terminal.answerBytesMax + 1)
            try FileSystem.writeDurably(long, to: path, mode: .privateFile)
            let descriptor = open(path, O_RDONLY)
            defer { close(descriptor) }
            #expect(
                codeThrown { _ = try Terminal.readPassphrase(from: descriptor) }
                    == "FILE_TOO_LARGE")
        }
        #expect(codeThrown { _ = try Terminal.readPassphrase(from: 9999) } == "INPUT_OUTPUT")
    }

    @Test("hidden typing knows line ends, corrections and the interrupt key")
    func typing() {
        var typing = HiddenTyping()
        #expect(typing.take(0x61) == .append(0x61))
        #expect(typing.take(0xC3) == .append(0xC3))
        #expect(typing.take(0x7F) == .erase(all: false))
        #expect(typing.take(0x15) == .erase(all: true))
        #expect(typing.take(0x09) == .ignore)
        #expect(typing.take(0x0D) == .end)
        #expect(!typing.isInterrupted)
        #expect(typing.take(0x03) == .end)
        #expect(typing.isInterrupted)
    }
}
