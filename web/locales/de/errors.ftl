error-unknown = Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.
error-recovery_code_differs = Das ist nicht der gezeigte Code. Bitte prüfen Sie ihn.
error-invalid = Hier stimmt etwas noch nicht. Bitte sehen Sie sich Ihre Angaben noch einmal an.
