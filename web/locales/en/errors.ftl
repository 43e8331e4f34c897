error-unknown = That did not work. Please try again.
error-recovery_code_differs = That is not the code shown above. Please check it.
error-invalid = Something here is not as it should be. Please look at what you entered.
