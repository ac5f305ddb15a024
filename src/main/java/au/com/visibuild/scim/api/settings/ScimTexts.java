package au.com.visibuild.scim.api.settings;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the first screen, as {@code resources/messages/scim_en.properties} has them. */
@MessageBundle("scim")
@SuppressWarnings("MissingSummary")
public interface ScimTexts {

    @Message
    String state_off();

    @Message
    String state_waiting();

    @Message
    String state_connected();

    @Message
    String state_quiet();

    @Message
    String state_failing();

    @Message
    String state_faulty();

    @Message
    String state_expired();

    @Message
    String state_off_again();

    @Message
    String lead_off();

    @Message
    String lead_waiting();

    @Message
    String lead_connected();

    @Message
    String lead_quiet();

    @Message
    String lead_failing();

    @Message
    String lead_faulty();

    @Message
    String lead_expired();

    @Message
    String lead_off_again(String day, String name);

    @Message
    String off_heading();

    @Message
    String off_changes();

    @Message
    String off_change_1();

    @Message
    String off_change_2();

    @Message
    String off_change_3();

    @Message
    String off_needs();

    @Message
    String off_need_1();

    @Message
    String off_need_2();

    @Message
    String off_nothing_sent();

    @Message
    String turn_on();

    @Message
    String read_guide();

    @Message
    String open_doctor();

    @Message
    String notice_soon(String day, long days);

    @Message
    String notice_ended(String day);

    @Message
    String notice_refused(long number, String since);

    @Message
    String card_connection();

    @Message
    String last_seen();

    @Message
    String nothing_seen();

    @Message
    String last_day();

    @Message
    String traffic_accepted(long count);

    @Message
    String traffic_refused(long count);

    @Message
    String traffic_failed(long count);

    @Message
    String card_token();

    @Message
    String token_name();

    @Message
    String token_ends();

    @Message
    String token_left(long days);

    @Message
    String token_made();

    @Message
    String token_made_text(String day, String name);

    @Message
    String token_used();

    @Message
    String token_never();

    @Message
    String token_clock();

    @Message
    String token_hidden();

    @Message
    String regenerate();

    @Message
    String card_people();

    @Message
    String people_managed();

    @Message
    String people_off();

    @Message
    String people_by_hand();

    @Message
    String people_open();

    @Message
    String card_endpoint();

    @Message
    String endpoint_label();

    @Message
    String endpoint_hint();

    @Message
    String okta_label();

    @Message
    String okta_hint();

    @Message
    String endpoint_public();

    @Message
    String card_off();

    @Message
    String card_off_text();

    @Message
    String turn_off();

    @Message
    String last_what(String what, long status);

    @Message
    String last_from();

    @Message
    String chart();

    @Message
    String chart_table();

    @Message
    String chart_hour();

    @Message
    String chart_ok();

    @Message
    String chart_refused();

    @Message
    String chart_failed();

    @Message
    String removed();

    @Message
    String mass_lost(int lost, long all);

    @Message
    String mass_look();

    @Message
    String tokens_title();

    @Message
    String tokens_hint();

    @Message
    String tokens_key();

    @Message
    String tokens_made();

    @Message
    String tokens_fate();

    @Message
    String tokens_used();

    @Message
    String fate_live(String day);

    @Message
    String fate_expired(String day);

    @Message
    String fate_replaced(String day, String name);

    @Message
    String fate_switched_off(String day, String name);

    @Message
    String state_waiting_new();

    @Message
    String lead_waiting_new();
}
