package au.com.visibuild.scim.api.settings;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The screens, checked against their templates in {@code resources/templates/settings} by the build. */
@CheckedTemplate(basePath = "settings")
final class Templates {

    private Templates() {}

    static native TemplateInstance overview(Frame frame, Overview view);

    static native TemplateInstance token(Frame frame, String secret, String endpoint, String okta, When ends);

    static native TemplateInstance guide(Frame frame, String provider, String endpoint, String okta, String curl);

    static native TemplateInstance log(Frame frame, LogView view);

    static native TemplateInstance entry(Frame frame, EntryView view);

    static native TemplateInstance entryDetail(Frame frame, EntryView view);

    static native TemplateInstance doctor(Frame frame, DoctorView view);

    static native TemplateInstance doctorFindings(Frame frame, DoctorView view);

    static native TemplateInstance people(Frame frame, PeopleView view);

    static native TemplateInstance unavailable(Frame frame, String contact);

    static native TemplateInstance signInAgain(Frame frame, String address);

    static native TemplateInstance problem(Frame frame, int status, String detail);

    static native TemplateInstance refused(Frame frame, String detail);
}
