package au.com.visibuild.scim.api.settings;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the setup guides, as {@code resources/messages/guide_en.properties} has them. */
@MessageBundle("guide")
@SuppressWarnings("MissingSummary")
public interface GuideTexts {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String which();

    @Message
    String entra();

    @Message
    String okta();

    @Message
    String other();

    @Message
    String values();

    @Message
    String no_token();

    @Message
    String steps();

    @Message
    String mapping();

    @Message
    String mapping_text();

    @Message
    String mapping_from();

    @Message
    String mapping_to();

    @Message
    String mapping_note();

    @Message
    String switch_off();

    @Message
    String success();

    @Message
    String test_person();

    @Message
    String test_person_text();

    @Message
    String entra_tenant();

    @Message
    String entra_secret();

    @Message
    String entra_1();

    @Message
    String entra_2();

    @Message
    String entra_3();

    @Message
    String entra_4();

    @Message
    String entra_5();

    @Message
    String entra_6();

    @Message
    String entra_map_user();

    @Message
    String entra_map_user_note();

    @Message
    String entra_map_active();

    @Message
    String entra_map_active_note();

    @Message
    String entra_map_mail();

    @Message
    String entra_map_mail_note();

    @Message
    String entra_map_external();

    @Message
    String entra_map_external_note();

    @Message
    String entra_off();

    @Message
    String entra_success();

    @Message
    String entra_cycle();

    @Message
    String entra_end();

    @Message
    String entra_wait();

    @Message
    String okta_base();

    @Message
    String okta_token();

    @Message
    String okta_1();

    @Message
    String okta_2();

    @Message
    String okta_3();

    @Message
    String okta_4();

    @Message
    String okta_5();

    @Message
    String okta_6();

    @Message
    String okta_map_user();

    @Message
    String okta_map_user_note();

    @Message
    String okta_map_given();

    @Message
    String okta_map_given_note();

    @Message
    String okta_map_mail();

    @Message
    String okta_map_mail_note();

    @Message
    String okta_map_external();

    @Message
    String okta_map_external_note();

    @Message
    String okta_off();

    @Message
    String okta_success();

    @Message
    String okta_end();

    @Message
    String okta_retry();

    @Message
    String other_base();

    @Message
    String other_token();

    @Message
    String other_1();

    @Message
    String other_2();

    @Message
    String other_3();

    @Message
    String other_4();

    @Message
    String other_5();

    @Message
    String other_map_user();

    @Message
    String other_map_user_note();

    @Message
    String other_map_active();

    @Message
    String other_map_active_note();

    @Message
    String other_map_external();

    @Message
    String other_map_external_note();

    @Message
    String other_map_mail();

    @Message
    String other_map_mail_note();

    @Message
    String other_off();

    @Message
    String other_success();

    @Message
    String other_specs();

    @Message
    String curl();

    @Message
    String curl_label();

    @Message
    String curl_text();

    @Message
    String curl_hint();
}
