package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.administration.UserAdministration;
import au.com.visibuild.scim.history.LogDetail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/**
 * The screens, checked against their templates in {@code resources/templates/settings} by the build.
 *
 * <p>Every type that a template looks into is named here: what is generated for the others is a part of their members only,
 * and the rest would be looked up by reflection, which an executable does not have.
 */
@CheckedTemplate(basePath = "settings")
@TemplateData(target = DoctorView.class)
@TemplateData(target = DoctorView.Request.class)
@TemplateData(target = DoctorView.Told.class)
@TemplateData(target = EntryView.class)
@TemplateData(target = EntryView.Existing.class)
@TemplateData(target = EntryView.Told.class)
@TemplateData(target = Frame.class)
@TemplateData(target = LogDetail.Change.class)
@TemplateData(target = LogForm.class)
@TemplateData(target = LogView.class)
@TemplateData(target = LogView.Row.class)
@TemplateData(target = Overview.class)
@TemplateData(target = Overview.Act.class)
@TemplateData(target = Overview.Bar.class)
@TemplateData(target = Overview.Last.class)
@TemplateData(target = Overview.Mass.class)
@TemplateData(target = Overview.Notice.class)
@TemplateData(target = Overview.Piece.class)
@TemplateData(target = Overview.Refusals.class)
@TemplateData(target = Overview.State.class)
@TemplateData(target = Overview.Token.class)
@TemplateData(target = Overview.Traffic.class)
@TemplateData(target = PastToken.class)
@TemplateData(target = PeopleView.class)
@TemplateData(target = PeopleView.Row.class)
@TemplateData(target = UserAdministration.Counts.class)
@TemplateData(target = When.class)
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
