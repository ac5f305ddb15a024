package au.com.visibuild.scim.api.settings;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the dialogs, as {@code resources/messages/dialog_en.properties} has them. */
@MessageBundle("dialog")
@SuppressWarnings("MissingSummary")
public interface DialogTexts {

    @Message
    String cancel();

    @Message
    String on_title(String company);

    @Message
    String on_1();

    @Message
    String on_2(String day);

    @Message
    String on_3();

    @Message
    String on_do();

    @Message
    String new_title();

    @Message
    String new_1(String key);

    @Message
    String new_2(String day);

    @Message
    String new_3();

    @Message
    String new_used(String key, String when);

    @Message
    String new_unused(String key);

    @Message
    String new_do();

    @Message
    String off_title(String company);

    @Message
    String off_1();

    @Message
    String off_2(long count);

    @Message
    String off_3();

    @Message
    String off_4();

    @Message
    String off_last();

    @Message
    String off_do();

    @Message
    String again_title();

    @Message
    String again_text();

    @Message
    String again_do();

    @Message
    String once_title();

    @Message
    String once_text();

    @Message
    String once_endpoint();

    @Message
    String once_token();

    @Message
    String once_mode();

    @Message
    String once_mode_hint();

    @Message
    String once_ends(String day);

    @Message
    String once_stored();

    @Message
    String once_done();

    @Message
    String once_leave_title();

    @Message
    String once_leave_text();

    @Message
    String once_leave_keep();

    @Message
    String once_leave_close();

    @Message
    String once_warning();

    @Message
    String once_longer();

    @Message
    String refused_title();

    @Message
    String refused_look();
}
