package au.com.visibuild.scim.api.settings;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the provisioning log, as {@code resources/messages/log_en.properties} has them. */
@MessageBundle("log")
@SuppressWarnings("MissingSummary")
public interface LogTexts {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String presets();

    @Message
    String preset_all();

    @Message
    String preset_problems();

    @Message
    String preset_access();

    @Message
    String preset_test();

    @Message
    String filters();

    @Message
    String person();

    @Message
    String person_hint();

    @Message
    String from();

    @Message
    String to();

    @Message
    String action();

    @Message
    String outcome();

    @Message
    String status();

    @Message
    String actor();

    @Message
    String request();

    @Message
    String any();

    @Message
    String show();

    @Message
    String clear();

    @Message
    String filter_link();

    @Message
    String more_people();

    @Message
    String col_time();

    @Message
    String col_what();

    @Message
    String col_result();

    @Message
    String col_why();

    @Message
    String col_token();

    @Message
    String col_request();

    @Message
    String outcome_done();

    @Message
    String outcome_no_change();

    @Message
    String outcome_refused();

    @Message
    String outcome_failed();

    @Message
    String nothing();

    @Message
    String nothing_yet();

    @Message
    String nothing_test();

    @Message
    String older();

    @Message
    String newest();

    @Message
    String retention(long days);

    @Message
    String export();

    @Message
    String export_csv();

    @Message
    String export_jsonl();

    @Message
    String export_text();

    @Message
    String action_create_user();

    @Message
    String action_update_user();

    @Message
    String action_replace_user();

    @Message
    String action_deactivate_user();

    @Message
    String action_reactivate_user();

    @Message
    String action_delete_user();

    @Message
    String action_sign_out_user();

    @Message
    String action_assign_role();

    @Message
    String action_end_role();

    @Message
    String action_add_to_project();

    @Message
    String action_remove_from_project();

    @Message
    String action_write_group();

    @Message
    String action_create_project();

    @Message
    String action_create_company();

    @Message
    String action_rename_company();

    @Message
    String action_switch_feature();

    @Message
    String action_set_identity_provider();

    @Message
    String action_remove_identity_provider();

    @Message
    String action_release_login_email();

    @Message
    String action_replay_dead_letters();

    @Message
    String action_enable_scim();

    @Message
    String action_regenerate_token();

    @Message
    String action_disable_scim();

    @Message
    String action_reveal_personal_data();

    @Message
    String action_export_log();

    @Message
    String entry_title();

    @Message
    String entry_back();

    @Message
    String entry_when();

    @Message
    String entry_by();

    @Message
    String entry_status();

    @Message
    String entry_effects();

    @Message
    String entry_reason();

    @Message
    String entry_advice();

    @Message
    String entry_changes();

    @Message
    String entry_attribute();

    @Message
    String entry_old();

    @Message
    String entry_new();

    @Message
    String entry_none();

    @Message
    String entry_hidden();

    @Message
    String entry_reveal_text(long count);

    @Message
    String entry_reveal();

    @Message
    String entry_told();

    @Message
    String entry_event();

    @Message
    String entry_receiver();

    @Message
    String entry_state();

    @Message
    String told_open(long count);

    @Message
    String told_delivered(long count);

    @Message
    String told_given_up(long count);

    @Message
    String entry_existing();

    @Message
    String entry_existing_text(String name, String day);

    @Message
    String entry_existing_managed();

    @Message
    String entry_existing_by_hand();

    @Message
    String entry_existing_off();
}
