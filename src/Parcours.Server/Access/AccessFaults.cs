using Parcours.Engine.Access;
using Parcours.Engine.Reports.Writing;
using Parcours.Web.Forms;

namespace Parcours.Server.Access;

/// <summary>Beside which field of a form a refusal of access is said.</summary>
internal static class AccessFaults
{
    /// <summary>The form with the refusal beside the field it is about, or over the whole form when it is about none.</summary>
    internal static TypedForm Beside(TypedForm form, AccessRefusal refusal, ReportLanguage language) => form.Wrong(
        refusal switch
        {
            AccessRefusal.EmailInvalid or AccessRefusal.EmailTaken => "email",
            AccessRefusal.PasswordTooShort or AccessRefusal.PasswordTooLong => "password",
            AccessRefusal.NameTooLong => "name",
            AccessRefusal.CodeNeeded or AccessRefusal.CodeWrong => "code",
            AccessRefusal.ScopeMissing or AccessRefusal.ScopeUnknown or AccessRefusal.ScopeOnWriteKey => "scopes",
            AccessRefusal.ExpiryPast => "expires",
            _ => string.Empty,
        },
        refusal.Sentence.In(language.Code));
}
