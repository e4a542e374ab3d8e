import EnlaceLog
import EnlaceModel
import Testing

@Suite struct LogOriginTests {
    @Test(
        "origins are read and written alike",
        arguments: [
            "enlace-live/US-FBI/MX-FGR/1", "enlace-exercise/MX-FGR-FEVIMTRA/local/4294967295",
            "enlace-training/US-DHS-HSI-NYC/MX-FGJCDMX/2",
        ])
    func roundTrip(_ text: String) throws {
        #expect(try LogOrigin(text).text == text)
    }

    @Test(
        "anything else is unknown",
        arguments: [
            "", "enlace-live/US-FBI/MX-FGR", "enlace-live/US-FBI/MX-FGR/0",
            "enlace-live/US-FBI/MX-FGR/01", "enlace-live/US-FBI/MX-FGR/+1",
            "enlace-live/US-FBI/MX-FGR/4294967296", "enlace-live/US-FBI/MX-FGR/1/",
            "enlace-Live/US-FBI/MX-FGR/1", "live/US-FBI/MX-FGR/1", "enlace-live/us-fbi/MX-FGR/1",
            "enlace-live/US-FBI/LOCAL/1", "enlace-live//MX-FGR/1", "enlace-live/local/MX-FGR/1",
        ])
    func refused(_ text: String) {
        #expect(throws: LogError(.logUnknown, object: "")) { try LogOrigin(text) }
    }
}
