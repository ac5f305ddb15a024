package au.com.visibuild.scim.api.settings;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the list of people, as {@code resources/messages/people_en.properties} has them. */
@MessageBundle("people")
@SuppressWarnings("MissingSummary")
public interface PeopleTexts {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String managed();

    @Message
    String managed_off();

    @Message
    String by_hand();

    @Message
    String by_hand_off();

    @Message
    String why();

    @Message
    String why_text();

    @Message
    String conflict();

    @Message
    String conflict_text();

    @Message
    String begins();

    @Message
    String begins_hint();

    @Message
    String filter_managed();

    @Message
    String filter_active();

    @Message
    String all();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String on();

    @Message
    String off();

    @Message
    String show();

    @Message
    String clear();

    @Message
    String col_person();

    @Message
    String col_login();

    @Message
    String col_managed();

    @Message
    String col_access();

    @Message
    String col_roles();

    @Message
    String col_projects();

    @Message
    String col_changed();

    @Message
    String provider();

    @Message
    String hand();

    @Message
    String nobody();

    @Message
    String no_login();

    @Message
    String none();

    @Message
    String more();
}
