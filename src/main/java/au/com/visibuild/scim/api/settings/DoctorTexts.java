package au.com.visibuild.scim.api.settings;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the connection doctor, as {@code resources/messages/doctor_en.properties} has them. */
@MessageBundle("doctor")
@SuppressWarnings("MissingSummary")
public interface DoctorTexts {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String start();

    @Message
    String start_hint();

    @Message
    String again();

    @Message
    String stop();

    @Message
    String watching();

    @Message
    String over();

    @Message
    String live();

    @Message
    String day();

    @Message
    String next();

    @Message
    String others();

    @Message
    String requests();

    @Message
    String requests_hint();

    @Message
    String none();

    @Message
    String col_time();

    @Message
    String col_request();

    @Message
    String col_answer();

    @Message
    String col_found();

    @Message
    String took(long length);

    @Message
    String names_itself();

    @Message
    String request();

    @Message
    String blind();
}
