package au.com.visibuild.scim.api.settings;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the frame and of failures, as {@code resources/messages/page_en.properties} has them. */
@MessageBundle("page")
@SuppressWarnings("MissingSummary")
public interface PageTexts {

    @Message
    String title();

    @Message
    String crumb_settings();

    @Message
    String crumb_identity();

    @Message
    String crumb_scim();

    @Message
    String skip();

    @Message
    String heading();

    @Message
    String crumbs();

    @Message
    String tabs();

    @Message
    String tab_overview();

    @Message
    String tab_guide();

    @Message
    String tab_log();

    @Message
    String tab_doctor();

    @Message
    String tab_people();

    @Message
    String help();

    @Message
    String help_text();

    @Message
    String no_script();

    @Message
    String read_only();

    @Message
    String read_only_text();

    @Message
    String copy();

    @Message
    String copied();

    @Message
    String copied_what(String what);

    @Message
    String copy_failed();

    @Message
    String close();

    @Message
    String back();

    @Message
    String feature_title();

    @Message
    String feature_text(String company);

    @Message
    String feature_ask(String contact);

    @Message
    String feature_kept();

    @Message
    String problem_title();

    @Message
    String problem_401();

    @Message
    String problem_403();

    @Message
    String problem_404();

    @Message
    String problem_409();

    @Message
    String problem_500();

    @Message
    String problem_503();

    @Message
    String problem_again();
}
