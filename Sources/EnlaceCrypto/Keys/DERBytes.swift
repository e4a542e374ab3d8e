import CEnlaceOpenSSL
import EnlaceModel

/// Calls an `i2d_` function twice: for the length, then for the bytes.
func encodeDER(
    _ object: String, _ encode: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32
) throws(CryptoError) -> [UInt8] {
    let length = encode(nil)
    guard length > 0 else { throw CryptoError(.cryptoFailure, object: object) }
    var written: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
        var position = buffer.baseAddress
        written = encode(&position)
        count = Int(max(0, min(written, length)))
    }
    guard written == length else { throw CryptoError(.cryptoFailure, object: object) }
    return bytes
}

/// Calls a `d2i_` function and refuses input that is too large, that it refuses, or that goes on
/// after the value.
func decodeDER(
    _ bytes: [UInt8], bytesMax: Int, refusal: ErrorCode, object: String,
    free: (OpaquePointer?) -> Void,
    _ decode: (UnsafeMutablePointer<UnsafePointer<UInt8>?>, Int) -> OpaquePointer?
) throws(CryptoError) -> OpaquePointer {
    ERR_clear_error()
    guard bytes.count <= bytesMax else {
        throw CryptoError(refusal, object: object, context: ["limit": "\(bytesMax)"])
    }
    var decoded: OpaquePointer?
    let used = bytes.withUnsafeBufferPointer { buffer in
        var position = buffer.baseAddress
        decoded = decode(&position, buffer.count)
        return position.flatMap { end in buffer.baseAddress.map { end - $0 } } ?? 0
    }
    guard let decoded, used == bytes.count else {
        free(decoded)
        throw CryptoError(refusal, object: object, context: ["reason": "not one DER value"])
    }
    return decoded
}
